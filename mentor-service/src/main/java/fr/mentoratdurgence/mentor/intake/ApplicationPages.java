package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.mentor.intake.SentApplications.Sent;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.typed.LikelySlip;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The public form: who you are, what you can help with, when. */
@Controller
@RequestMapping("/mentors")
class ApplicationPages {
    private static final List<HalfDay> HALF_DAYS = List.of(
            new HalfDay("matin", "09:00-12:00"),
            new HalfDay("apres-midi", "14:00-17:00"),
            new HalfDay("soir", "17:00-20:00"));

    private static final String THANKS_PAGE = "/candidature/merci";
    private static final String THANKS = "/mentors" + THANKS_PAGE;

    private static final Fields FORM = Fields.named(ApplicationPages::byFormField);

    private final IntakeActs intake;
    private final SentApplications sent;
    private final FormAct forms;
    private final Texts texts;

    record HalfDay(String name, String hours) {}

    ApplicationPages(IntakeActs intake, SentApplications sent, FormAct forms, Texts texts) {
        this.intake = intake;
        this.sent = sent;
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
                    return SeeOther.at(thanks(mentor, sent.keep(mentor, form.draft())));
                },
                () -> page(form).addObject("commande", context.commandId()));
    }

    private static String thanks(String mentor, String receipt) {
        return THANKS + "?reference=" + References.of(mentor) + "&envoi=" + receipt;
    }

    /** The number alone to whoever asks; to who has just sent it, for a while, also where we write to. */
    @GetMapping(THANKS_PAGE)
    ModelAndView thanks(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String envoi,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return thanks(reference, sent.find(envoi).orElse(null), null);
    }

    /** The address was typed wrongly: whoever sent the form mends it here, while it is known. */
    @PostMapping(THANKS_PAGE)
    ModelAndView mend(
            @RequestParam(defaultValue = "") String envoi,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String askedEmail,
            CommandContext context) {
        Sent one = sent.find(envoi).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return forms.answer(
                () -> {
                    Violations asked = new Violations();
                    LikelySlip.toAsk(email, askedEmail)
                            .ifPresent(meant -> asked.add("email", "candidature.email.glisse", meant.value()));
                    if (email.isBlank()) {
                        asked.add("email", "candidature.email.manque");
                    }
                    sent.mend(one, email, asked, context);
                    return SeeOther.at(thanks(one.mentor(), one.receipt()));
                },
                () -> thanks(References.of(one.mentor()), one, email));
    }

    /** @param typed the address that is to be mended again; null = nothing was typed */
    private static ModelAndView thanks(String reference, @Nullable Sent one, @Nullable String typed) {
        String address = one == null ? "" : Objects.toString(one.draft().email(), "");
        return new ModelAndView("mentors/merci")
                .addObject("reference", reference.matches("M-[0-9A-Z]{1,8}") ? reference : null)
                .addObject("envoi", one == null ? null : one.receipt())
                .addObject("adresse", address)
                .addObject("courriel", typed == null ? address : typed)
                .addObject("demande", Objects.toString(typed, ""));
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
