package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.mentor.onboarding.Channel;
import fr.mentoratdurgence.mentor.onboarding.LevelBand;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.mentor.onboarding.Subject;
import fr.mentoratdurgence.mentor.onboarding.SupportKind;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public form: who you are, what you can help with, when. */
@Controller
@RequestMapping("/mentors")
class ApplicationPages {
    private static final List<HalfDay> HALF_DAYS = List.of(
            new HalfDay("matin", "09:00-12:00"),
            new HalfDay("apres-midi", "14:00-17:00"),
            new HalfDay("soir", "17:00-20:00"));

    private static final Fields FORM = Fields.named(ApplicationPages::byFormField);

    private final IntakeActs intake;
    private final FormAct forms;
    private final Texts texts;

    record HalfDay(String name, String hours) {}

    ApplicationPages(IntakeActs intake, FormAct forms, Texts texts) {
        this.intake = intake;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/candidature")
    ModelAndView form() {
        return page(ApplicationForm.EMPTY);
    }

    @PostMapping("/candidature")
    ModelAndView apply(@ModelAttribute ApplicationForm form, CommandContext context) {
        return forms.answer(
                FORM,
                () -> {
                    Violations asked = new Violations();
                    form.toAsk().ifPresent(meant -> asked.add("email", "candidature.email.glisse", meant));
                    String mentor = intake.receivePublicly(form.draft(), asked, context);
                    return SeeOther.at("/mentors/candidature/merci?reference=" + References.of(mentor));
                },
                () -> page(form).addObject("commande", context.commandId()));
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

    private ModelAndView page(ApplicationForm form) {
        return new ModelAndView("mentors/candidature")
                .addObject("form", form)
                .addObject("demande", form.toAsk().isPresent() ? form.email() : form.askedEmail())
                .addObject("matieres", Choice.of(texts, "matiere.", Subject.values()))
                .addObject("niveaux", Choice.of(texts, "niveau.", LevelBand.values()))
                .addObject("accompagnements", Choice.of(texts, "accompagnement.", SupportKind.values()))
                .addObject("canaux", Choice.of(texts, "canal.", Channel.values()))
                .addObject("majorite", Choice.yesOrNo(texts, "candidature.adult."))
                .addObject(
                        "capacites",
                        IntStream.rangeClosed(1, DraftCheck.MOST_PAIRS)
                                .mapToObj(n -> new Choice(
                                        Integer.toString(n),
                                        texts.of(
                                                n == 1 ? "candidature.capacity.un" : "candidature.capacity.plusieurs",
                                                n)))
                                .toList())
                .addObject(
                        "associations",
                        MemberAssociations.all().stream()
                                .map(a -> new Choice(a.code(), a.label()))
                                .toList())
                .addObject("jours", DayOfWeek.values())
                .addObject("demiJournees", HALF_DAYS)
                .addObject("coches", form.slots() == null ? Set.of() : Set.copyOf(form.slots()));
    }

    /** The form asks once for the levels of all subjects and ticks half-days: what the rules number it does not. */
    private static String byFormField(String field) {
        return field.replaceFirst("^skills\\[\\d+]\\.subject$", "subjects")
                .replaceFirst("^skills\\[\\d+]\\.", "")
                .replaceFirst("^slots\\[.*$", "slots");
    }
}
