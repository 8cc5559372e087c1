package fr.mentoratdurgence.platform.links;

import fr.mentoratdurgence.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a link leads first: GET says what it is for and changes nothing; the button exchanges it for a session at the
 * gateway, which carries the statement from then on.
 */
@Controller
class LinkPages {
    private final Links links;
    private final LinkStatements statements;
    private final LinksSettings settings;
    private final Texts texts;

    LinkPages(Links links, LinkStatements statements, LinksSettings settings, Texts texts) {
        this.links = links;
        this.statements = statements;
        this.settings = settings;
        this.texts = texts;
    }

    /** A button of the page. */
    record Button(String choice, String words) {}

    @GetMapping("${mentorat.links.path}/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        Links.Found found = links.look(token);
        if (!(found instanceof Links.Found.Open open)) {
            return over(found, response);
        }
        String purpose = "lien." + open.purpose().name() + ".";
        model.addAttribute("titre", texts.of(purpose + "titre"));
        model.addAttribute("texte", texts.of(purpose + "texte"));
        model.addAttribute(
                "boutons",
                open.purpose().choices().stream()
                        .map(choice -> new Button(choice, texts.of(purpose + "choix." + choice)))
                        .toList());
        model.addAttribute("jeton", token);
        model.addAttribute("adresse", settings.path());
        return "links/link";
    }

    @PostMapping("${mentorat.links.path}")
    Object open(
            @RequestParam String jeton,
            @RequestParam(defaultValue = "ouvrir") String choix,
            HttpServletResponse response) {
        Links.Found found = links.look(jeton);
        if (!(found instanceof Links.Found.Open seen)
                || !seen.purpose().choices().contains(choix)
                || !(links.use(jeton) instanceof Links.Found.Open open)) {
            return over(found, response);
        }
        LinkStatement statement = new LinkStatement(
                open.purpose().name(),
                open.person(),
                open.subject(),
                open.purpose().mentor(open.person()));
        // a choice that acts is sent on as the form that it is; the token in it is used, and means nothing elsewhere
        HttpStatus status = open.purpose().acts(choix) ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.SEE_OTHER;
        return ResponseEntity.status(status)
                .location(URI.create(open.purpose().leadsTo(open.subject(), choix)))
                .header(LinkStatement.HEADER, statements.sign(statement))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** One kind page, which says nothing about what the link was. */
    private static String over(Links.Found found, HttpServletResponse response) {
        response.setStatus(
                found instanceof Links.Found.Unknown ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
        return "links/over";
    }
}
