package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareBoard.CheckInRow;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairForm;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a pair goes: one short page for who is asked, which two taps answer where all is well, and the page of the team with
 * all that was said, noticed and done.
 */
@Controller
class CarePages {
    private static final String CHECK_IN = "/point";
    private static final String HELP = CHECK_IN + "/aide";
    private static final String CARE = "/accompagnement";
    private static final Fields ANSWER = Fields.NONE.at(CareRejection.HEALTH_OUT_OF_RANGE, "sante");
    private static final Fields HELP_ASKED = Fields.NONE.at(CareRejection.HELP_ALREADY_ASKED, "aide");
    private static final Fields INTRODUCTION = Fields.NONE
            .at(CareRejection.DAY_IN_FUTURE, "presenteLe")
            .at(CareRejection.DAY_BEFORE_OPENING, "presenteLe");
    private static final Fields SNOOZE = Fields.NONE.at(CareRejection.SNOOZE_OUT_OF_RANGE, "jusquau");
    private static final Fields CALL =
            Fields.NONE.at(CareRejection.DAY_IN_FUTURE, "appeleLe").at(CareRejection.DAY_BEFORE_OPENING, "appeleLe");

    private final CareActs acts;
    private final CareBoard board;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    CarePages(CareActs acts, CareBoard board, OperationDay day, FormAct forms, Texts texts) {
        this.acts = acts;
        this.board = board;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/binomes/{pair}" + CHECK_IN)
    ModelAndView checkIn(
            Person person, @PathVariable String pair, @RequestParam(required = false) @Nullable String cote) {
        return checkIn(person, acts.find(person, pair), CheckInForm.side(cote), Map.of(), List.of());
    }

    /** One tap: all is well. */
    @PostMapping("/suivi/binomes/{pair}" + CHECK_IN + "/bien")
    ModelAndView allIsWell(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String cote,
            @RequestParam(required = false) @Nullable String retour) {
        return tap(
                person,
                pair,
                CheckInForm.side(cote),
                "point",
                retour,
                (row, on) -> acts.completeCheckIn(person, row, on, CareDecider.BEST, List.of(), context));
    }

    @PostMapping("/suivi/binomes/{pair}" + CHECK_IN)
    ModelAndView answer(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam MultiValueMap<String, String> typed) {
        PairRow row = acts.find(person, pair);
        CheckInForm form = CheckInForm.of(typed);
        return forms.answer(
                ANSWER,
                () -> {
                    acts.completeCheckIn(person, row, form.side(), form.health(), form.themes(), context);
                    return told(person, row, form.side(), "point", null);
                },
                () -> checkIn(person, row, form.side(), form.fields(), form.themes()));
    }

    private static ModelAndView told(
            Person person, PairRow row, @Nullable CheckInSide on, String done, @Nullable String wanted) {
        boolean forAnother = on != null && CareActs.sideOf(person, row) == CheckInSide.REFERENT;
        String page = "/suivi/binomes/" + row.pair();
        return FormAct.done(
                new JustDone(done, row.pair()),
                wanted,
                forAnother || PairBoard.manages(person, row) ? page + CARE : page + CHECK_IN);
    }

    private ModelAndView checkIn(
            Person person,
            PairRow row,
            @Nullable CheckInSide on,
            Map<String, String> typed,
            List<CheckInTheme> themes) {
        CheckInSide side = CareActs.speaker(person, row, on);
        CheckInRow asked = board.last(row.pair(), side).orElse(null);
        CareBoard.AlertRow help = acts.help(row, side).orElse(null);
        return new ModelAndView("suivi/point")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("cote", side)
                .addObject("gere", PairBoard.manages(person, row))
                .addObject("parLien", person.link() != null)
                .addObject("demande", asked)
                .addObject("annulable", acts.undoable(asked))
                .addObject("demandee", help)
                .addObject("aideAnnulable", help != null && acts.helpUndoable(help))
                .addObject("aides", Choice.of(texts, "suivi.aide." + side + ".", HelpWish.values()))
                .addObject("etat", board.state(row.pair()))
                .addObject("saisie", typed)
                .addObject("choisis", themes)
                .addObject("santes", healths(texts))
                .addObject("themes", Choice.of(texts, "suivi.point.theme.", CheckInTheme.values()));
    }

    @GetMapping("/suivi/binomes/{pair}" + CARE)
    ModelAndView care(Person person, @PathVariable String pair) {
        return care(acts.inCharge(person, pair), Map.of());
    }

    @PostMapping("/suivi/binomes/{pair}/presentation")
    ModelAndView introduction(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        PairRow row = acts.find(person, pair);
        boolean inCharge = PairBoard.manages(person, row);
        return forms.answer(
                INTRODUCTION,
                () -> {
                    PairForm form = new PairForm(typed);
                    // the button has no field: it says today
                    LocalDate on = typed.containsKey("presenteLe") ? form.day("presenteLe") : day.today();
                    form.check();
                    acts.confirmIntroduction(person, row, on, context);
                    String page = "/suivi/binomes/" + pair;
                    return FormAct.done(
                            new JustDone("presentation", pair), typed.get("retour"), inCharge ? page + CARE : page);
                },
                () -> inCharge ? care(row, typed) : checkIn(person, row, null, typed, List.of()));
    }

    @PostMapping("/suivi/binomes/{pair}/alertes/{kind}/report")
    ModelAndView snooze(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable AlertKind kind,
            @RequestParam Map<String, String> typed) {
        return act(person, pair, SNOOZE, typed, "report", (row, form) -> {
            LocalDate until = form.day("jusquau");
            form.check();
            acts.snooze(row, kind, until, context);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/alertes/{kind}/suite")
    ModelAndView resolve(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable AlertKind kind,
            @RequestParam Map<String, String> typed) {
        return act(person, pair, Fields.NONE, typed, "suite", (row, form) -> {
            AlertOutcome outcome = form.choice("suite", AlertOutcome.class);
            form.check();
            acts.resolve(row, kind, outcome, context);
        });
    }

    /** What was settled or put off by mistake stands again. */
    @PostMapping("/suivi/binomes/{pair}/alertes/{kind}/annulation")
    ModelAndView reopen(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable AlertKind kind,
            @RequestParam Map<String, String> typed) {
        return act(person, pair, Fields.NONE, typed, "annulation", (row, _) -> acts.reopen(row, kind, context));
    }

    /** Nobody has to be asked first to say that it goes badly, or that it cannot go on. */
    @PostMapping("/suivi/binomes/{pair}" + HELP)
    ModelAndView help(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        PairRow row = acts.find(person, pair);
        CheckInSide on = CheckInForm.side(typed.get("cote"));
        return forms.answer(
                HELP_ASKED,
                () -> {
                    PairForm form = new PairForm(typed);
                    HelpWish wish = form.choice("aide", HelpWish.class);
                    form.check();
                    acts.askHelp(person, row, on, wish, context);
                    return told(person, row, on, "aide", null);
                },
                () -> checkIn(person, row, on, typed, List.of()));
    }

    @PostMapping("/suivi/binomes/{pair}" + HELP + "/annulation")
    ModelAndView takeBackHelp(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String cote) {
        return tap(
                person,
                pair,
                CheckInForm.side(cote),
                "annulation",
                null,
                (row, on) -> acts.takeBackHelp(person, row, on, context));
    }

    /** What was answered by mistake is asked again. */
    @PostMapping("/suivi/binomes/{pair}" + CHECK_IN + "/annulation")
    ModelAndView undo(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String cote) {
        return tap(
                person,
                pair,
                CheckInForm.side(cote),
                "annulation",
                null,
                (row, on) -> acts.undoCheckIn(person, row, on, context));
    }

    @PostMapping("/suivi/binomes/{pair}/appels")
    ModelAndView call(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return act(person, pair, CALL, typed, "appel", (row, form) -> {
            CallPartner partner = form.choice("avec", CallPartner.class);
            CallReason reason = form.choice("objet", CallReason.class);
            boolean reached = form.yesNo("joint");
            LocalDate on = form.day("appeleLe");
            form.check();
            acts.logCall(row, partner, reason, reached, on, context);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/etapes")
    ModelAndView step(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return act(person, pair, Fields.NONE, typed, "etape", (row, form) -> {
            InterventionStep step = form.choice("etape", InterventionStep.class);
            form.check();
            acts.takeStep(row, step, context);
        });
    }

    private interface Tap {
        void on(PairRow row, @Nullable CheckInSide side);
    }

    /** One button, nothing typed. */
    private ModelAndView tap(
            Person person, String pair, @Nullable CheckInSide on, String done, @Nullable String wanted, Tap tap) {
        PairRow row = acts.find(person, pair);
        return forms.answer(
                () -> {
                    tap.on(row, on);
                    return told(person, row, on, done, wanted);
                },
                () -> checkIn(person, row, on, Map.of(), List.of()));
    }

    private interface Deed {
        void on(PairRow row, PairForm form);
    }

    private ModelAndView act(
            Person person, String pair, Fields fields, Map<String, String> typed, String done, Deed deed) {
        PairRow row = acts.inCharge(person, pair);
        return forms.answer(
                fields,
                () -> {
                    deed.on(row, new PairForm(typed));
                    return FormAct.done(new JustDone(done, pair), typed.get("retour"), "/suivi/binomes/" + pair + CARE);
                },
                () -> care(row, typed));
    }

    private ModelAndView care(PairRow row, Map<String, String> typed) {
        String pair = row.pair();
        CareBoard.State state = board.state(pair);
        List<InterventionStep> steps = Arrays.stream(InterventionStep.values())
                .filter(step -> switch (step) {
                    case PROBATION -> state.probationOn() == null && row.live();
                    case PROBATION_ENDED -> state.probationOn() != null;
                    case CALL, WARNING -> row.live();
                })
                .toList();
        List<CareBoard.AlertRow> alerts = board.alerts(pair);
        List<CheckInRow> checkIns = board.checkIns(pair);
        return new ModelAndView("suivi/accompagnement")
                .addObject(
                        "annulables",
                        Stream.concat(
                                        alerts.stream().filter(acts::undoable),
                                        checkIns.stream().filter(acts::undoable))
                                .collect(Collectors.toSet()))
                .addObject("binome", row)
                .addObject("suiviDe", pair)
                .addObject("etat", state)
                .addObject("points", checkIns)
                .addObject("derniers", lastAnswers(checkIns))
                .addObject("alertes", alerts)
                .addObject("efforts", board.efforts(pair))
                .addObject("saisie", typed)
                .addObject("aujourdhui", day.today())
                .addObject("dansUneSemaine", day.today().plusWeeks(1))
                .addObject("suites", Choice.of(texts, "suivi.alerte.suite.", chosen()))
                .addObject("correspondants", Choice.of(texts, "suivi.appel.avec.", CallPartner.values()))
                .addObject("objets", Choice.of(texts, "suivi.appel.objet.", CallReason.values()))
                .addObject("joints", Choice.yesOrNo(texts, "suivi.appel.joint."))
                .addObject("etapes", Choice.of(texts, "suivi.etape.", steps.toArray(Enum<?>[]::new)));
    }

    /** Of each side the last time that it was asked: only that answer can be mended. */
    private static Set<CheckInRow> lastAnswers(List<CheckInRow> latestFirst) {
        Set<String> seen = new HashSet<>();
        return latestFirst.stream()
                .filter(asked -> seen.add(asked.side().toString()))
                .filter(asked -> !asked.open())
                .collect(Collectors.toSet());
    }

    /** How it can go, the best first. */
    static List<Choice> healths(Texts texts) {
        return IntStream.iterate(CareDecider.BEST, health -> health >= CareDecider.WORST, health -> health - 1)
                .mapToObj(health -> new Choice(Integer.toString(health), texts.of("suivi.point.sante." + health)))
                .toList();
    }

    private static AlertOutcome[] chosen() {
        return Arrays.stream(AlertOutcome.values())
                .filter(outcome -> !outcome.found())
                .toArray(AlertOutcome[]::new);
    }
}
