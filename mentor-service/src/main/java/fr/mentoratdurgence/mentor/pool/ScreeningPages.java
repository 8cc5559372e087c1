package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final InterviewActs appointments;
    private final InterviewBoard board;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;
    private final FrenchTime time;

    ScreeningPages(
            MentorBoard mentors,
            MentorActs acts,
            InterviewActs appointments,
            InterviewBoard board,
            IdentityBook identities,
            AccessLog accesses,
            OperationDay day,
            FormAct forms,
            Texts texts,
            FrenchTime time) {
        this.mentors = mentors;
        this.acts = acts;
        this.appointments = appointments;
        this.board = board;
        this.identities = identities;
        this.accesses = accesses;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
        this.time = time;
    }

    /**
     * An application that waits; without a name, which is shown to who opens it.
     *
     * @param moment when the interview is; null = not known yet
     */
    record Waiting(MentorRow row, int days, @Nullable String moment) {}

    @GetMapping(PAGE)
    ModelAndView waiting(Person person, @RequestParam(defaultValue = "1") int page) {
        int total = mentors.countToScreen(person);
        ListPage list = ListPage.of(page, total, PER_PAGE, ListAddress.of(PAGE));
        List<MentorRow> rows = mentors.toScreen(person, list.offset(), PER_PAGE);
        Map<String, InterviewBoard.Appointment> known =
                board.of(rows.stream().map(MentorRow::mentor).toList());
        return new ModelAndView("mentors/entretiens")
                .addObject(
                        "candidatures",
                        rows.stream()
                                .map(row -> waiting(row, known.get(row.mentor())))
                                .toList())
                .addObject("total", texts.counted(total))
                .addObject("pages", list);
    }

    private Waiting waiting(MentorRow row, InterviewBoard.@Nullable Appointment known) {
        Instant at = known == null ? null : known.at();
        return new Waiting(
                row,
                (int) ChronoUnit.DAYS.between(row.appliedOn(), day.today()),
                at == null ? null : time.moment(at, InterviewActs.zone(row)));
    }

    @GetMapping(PAGE + "/{mentor}")
    ModelAndView one(Person person, @PathVariable String mentor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        MentorRow row = appointments.toScreen(person, mentor);
        accesses.shown(mentor, person.actor());
        return page(row, Map.of("heldOn", day.today().toString()));
    }

    @PostMapping(PAGE + "/{mentor}")
    ModelAndView held(
            Person person,
            @PathVariable String mentor,
            @RequestParam Map<String, String> typed,
            CommandContext context) {
        MentorRow row = appointments.toScreen(person, mentor);
        return forms.answer(
                () -> {
                    Violations wrong = new Violations();
                    String passed = typed.getOrDefault("passed", "");
                    acts.interview(
                            acts.on(person, mentor, context),
                            new MentorActs.Interview(
                                    wrong.day("heldOn", typed.get("heldOn")),
                                    passed.isEmpty() ? null : (Boolean) passed.equals("oui"),
                                    Code.known(ScreeningFailure.class, typed.get("reason"))
                                            .orElse(null)),
                            wrong);
                    return FormAct.done(new JustDone("entretien", mentor), null, PAGE);
                },
                () -> page(row, typed));
    }

    private ModelAndView page(MentorRow row, Map<String, String> typed) {
        Identity identity = identities.find(row.mentor()).orElse(null);
        return new ModelAndView("mentors/entretien")
                .addObject("mentor", row)
                .addObject("nom", identity == null ? "" : identity.firstName() + " " + identity.lastName())
                .addObject("telephone", identity == null ? "" : identity.phone())
                .addObject("telephoneEcrit", identity == null ? "" : identity.phoneShown())
                .addObject("courriel", identity == null ? "" : identity.email())
                .addObject("saisie", typed)
                .addObject("raisons", Choice.of(texts, "refus.", ScreeningFailure.values()))
                .addObject("resultats", Choice.yesOrNo(texts, "mentor.entretien."));
    }
}
