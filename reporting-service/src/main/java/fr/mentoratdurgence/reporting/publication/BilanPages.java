package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bilan for people. */
@Controller
class BilanPages {
    private final BilanDesk desk;
    private final Wording wording;
    private final Texts texts;

    BilanPages(BilanDesk desk, Wording wording, Texts texts) {
        this.desk = desk;
        this.wording = wording;
        this.texts = texts;
    }

    @GetMapping("/bilan")
    String bilan(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false, defaultValue = "false") boolean imprimer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("imprimer", imprimer);
        model.addAttribute("passe", asOf != null && !asOf.isBlank());
        try {
            Bilan bilan = desk.asOf(asOf);
            model.addAttribute(
                    "jour", LocalDate.ofInstant(bilan.asOf(), AsOf.PARIS).toString());
            model.addAttribute("instant", wording.instant(bilan.asOf()));
            model.addAttribute("asOf", bilan.asOf().toString());
            model.addAttribute("evenements", bilan.events());
            model.addAttribute("empreinte", bilan.hash());
            model.addAttribute("chapitres", new BilanView(wording).chapters(bilan));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("jour", asOf);
            model.addAttribute("violations", texts.of(refused));
        }
        return "bilan/bilan";
    }

    @GetMapping("/bilan/public")
    String publicBilan(Model model) {
        Bilan bilan = desk.ofThisMinute();
        model.addAttribute("instant", wording.instant(bilan.asOf()));
        model.addAttribute("chiffres", new PublicFigures(wording).of(bilan));
        return "bilan/public";
    }
}
