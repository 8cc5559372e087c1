package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.mentor.onboarding.Channel;
import fr.mentoratdurgence.mentor.onboarding.LevelBand;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.mentor.onboarding.Subject;
import fr.mentoratdurgence.mentor.onboarding.SupportKind;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public form: who you are, what you can help with, when. */
@Controller
@RequestMapping("/mentors")
class ApplicationPages {
    private static final List<HalfDay> HALF_DAYS = List.of(
            new HalfDay("matin", "09:00-12:00"),
            new HalfDay("apres-midi", "14:00-17:00"),
            new HalfDay("soir", "17:00-20:00"));

    private final Intake intake;
    private final Texts texts;

    /** A choice of a list. */
    record Option(String value, String label) {}

    record HalfDay(String name, String hours) {}

    ApplicationPages(Intake intake, Texts texts) {
        this.intake = intake;
        this.texts = texts;
    }

    @GetMapping("/candidature")
    String form(Model model) {
        return page(model, ApplicationForm.EMPTY);
    }

    @PostMapping("/candidature")
    String apply(
            @ModelAttribute ApplicationForm form, CommandContext context, Model model, HttpServletResponse response) {
        try {
            String mentor = intake.receivePublicly(form.draft(), context);
            return "redirect:/mentors/candidature/merci?reference=" + References.of(mentor);
        } catch (InvalidInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("violations", byFormField(texts.of(bad)));
            model.addAttribute("commande", context.commandId());
            return page(model, form);
        }
    }

    @GetMapping("/candidature/merci")
    String thanks(@RequestParam(defaultValue = "") String reference, Model model) {
        model.addAttribute("reference", reference.matches("M-[0-9A-Z]{1,8}") ? reference : null);
        return "mentors/merci";
    }

    /** Where one stands once one's data are erased and the session has ended. */
    @GetMapping("/au-revoir")
    String farewell() {
        return "mentors/au-revoir";
    }

    private String page(Model model, ApplicationForm form) {
        model.addAttribute("form", form);
        model.addAttribute("matieres", options("matiere", Subject.values()));
        model.addAttribute("niveaux", options("niveau", LevelBand.values()));
        model.addAttribute("accompagnements", options("accompagnement", SupportKind.values()));
        model.addAttribute("canaux", options("canal", Channel.values()));
        model.addAttribute(
                "majorite",
                List.of(
                        new Option("oui", texts.of("candidature.adult.oui")),
                        new Option("non", texts.of("candidature.adult.non"))));
        model.addAttribute(
                "capacites",
                IntStream.rangeClosed(1, DraftCheck.MOST_PAIRS)
                        .mapToObj(n -> new Option(
                                Integer.toString(n),
                                texts.of(n == 1 ? "candidature.capacity.un" : "candidature.capacity.plusieurs", n)))
                        .toList());
        model.addAttribute(
                "associations",
                MemberAssociations.all().stream()
                        .map(a -> new Option(a.code(), a.label()))
                        .toList());
        model.addAttribute("jours", DayOfWeek.values());
        model.addAttribute("demiJournees", HALF_DAYS);
        model.addAttribute("coches", form.slots() == null ? Set.of() : Set.copyOf(form.slots()));
        return "mentors/candidature";
    }

    private List<Option> options(String kind, Enum<?>[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), Texts.capital(texts.of(kind + "." + code.name()))))
                .toList();
    }

    /** The form asks once for the levels of all subjects, so it says once what is wrong with them. */
    private static List<Fault> byFormField(List<Fault> faults) {
        List<Fault> shown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fault fault : faults) {
            String field = fault.field()
                    .replaceFirst("^skills\\[\\d+]\\.subject$", "subjects")
                    .replaceFirst("^skills\\[\\d+]\\.", "")
                    .replaceFirst("^slots\\[.*$", "slots");
            if (seen.add(field)) {
                shown.add(new Fault(field, fault.message()));
            }
        }
        return shown;
    }
}
