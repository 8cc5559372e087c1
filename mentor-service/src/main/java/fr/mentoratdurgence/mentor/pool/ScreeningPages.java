package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What who leads interviews and nothing else sees: the applications of the own territory that wait for one, whom to call,
 * and a form for how it ended. Afterwards the file is the référents' again.
 */
@Controller
class ScreeningPages {
    private static final String PAGE = "/mentors/entretiens";
    private static final int PER_PAGE = 25;

    private final MentorBoard mentors;
    private final MentorActs acts;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    ScreeningPages(
            MentorBoard mentors,
            MentorActs acts,
            IdentityBook identities,
            AccessLog accesses,
            OperationDay day,
            FormAct forms,
            Texts texts) {
        this.mentors = mentors;
        this.acts = acts;
        this.identities = identities;
        this.accesses = accesses;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    /** An application that waits; without a name, which is shown to who opens it. */
    record Waiting(MentorRow row, int days) {}

    @GetMapping(PAGE)
    ModelAndView waiting(Person person, @RequestParam(defaultValue = "1") int page) {
        int total = mentors.countToScreen(person);
        ListPage list = ListPage.of(page, total, PER_PAGE, ListAddress.of(PAGE));
        List<Waiting> rows = mentors.toScreen(person, list.offset(), PER_PAGE).stream()
                .map(row -> new Waiting(row, (int) ChronoUnit.DAYS.between(row.appliedOn(), day.today())))
                .toList();
        return new ModelAndView("mentors/entretiens")
                .addObject("candidatures", rows)
                .addObject("total", texts.counted(total))
                .addObject("pages", list);
    }

    @GetMapping(PAGE + "/{mentor}")
    ModelAndView one(Person person, @PathVariable String mentor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        MentorRow row = toScreen(person, mentor);
        accesses.shown(mentor, person.actor());
        return page(row, Map.of("heldOn", day.today().toString()));
    }

    @PostMapping(PAGE + "/{mentor}")
    ModelAndView held(
            Person person,
            @PathVariable String mentor,
            @RequestParam Map<String, String> typed,
            CommandContext context) {
        MentorRow row = toScreen(person, mentor);
        return forms.answer(
                () -> {
                    String passed = typed.getOrDefault("passed", "");
                    acts.interview(
                            acts.on(person, mentor, context),
                            new MentorActs.Interview(
                                    PoolPages.date(typed.getOrDefault("heldOn", "")),
                                    passed.isEmpty() ? null : (Boolean) passed.equals("oui"),
                                    Code.known(ScreeningFailure.class, typed.get("reason"))
                                            .orElse(null)),
                            new Violations());
                    return FormAct.done(new JustDone("entretien", mentor), null, PAGE);
                },
                () -> page(row, typed));
    }

    /** One that waits for an interview, in the person's territory; no other exists here. */
    private MentorRow toScreen(Person person, String mentor) {
        MentorRow row = mentors.visibleTo(person, mentor);
        boolean waits = row.status().is(MentorStatus.APPLIED) && row.screenedOn() == null && !row.stopped();
        // the card of who helps anywhere is that of the territory where the person lives
        if (!waits || !person.covers(row.departement())) {
            throw new Rejection(MentorRejection.UNKNOWN_MENTOR);
        }
        return row;
    }

    private ModelAndView page(MentorRow row, Map<String, String> typed) {
        Identity identity = identities.find(row.mentor()).orElse(null);
        return new ModelAndView("mentors/entretien")
                .addObject("mentor", row)
                .addObject("nom", identity == null ? "" : identity.firstName() + " " + identity.lastName())
                .addObject("telephone", identity == null ? "" : identity.phone())
                .addObject("courriel", identity == null ? "" : identity.email())
                .addObject("saisie", typed)
                .addObject("raisons", Choice.of(texts, "refus.", ScreeningFailure.values()))
                .addObject("resultats", Choice.yesOrNo(texts, "mentor.entretien."));
    }
}
