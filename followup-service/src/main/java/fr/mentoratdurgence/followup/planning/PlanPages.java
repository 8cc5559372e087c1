package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairForm;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.planning.PlanCommand.CancelPlan;
import fr.mentoratdurgence.followup.planning.PlanCommand.PlanSession;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.letters.LettersSettings;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** The next session of a pair: planned and taken back by a side or the team, and taken into a calendar. */
@Controller
class PlanPages {
    private static final String PAIR = "/suivi/binomes/{pair}";
    private static final String API = "/api/followup/v1/pairs/{pair}/plan";
    private static final String MISSING = "suivi.erreur.manque";
    private static final String USUAL_MINUTES = "60";
    private static final Fields PLAN = Fields.NONE
            .at(PlanRejection.PLAN_NOT_AHEAD, "seanceLe")
            .at(PlanRejection.PLAN_TOO_FAR, "seanceLe")
            .at(PlanRejection.PLAN_TIME_UNKNOWN, "heure")
            .at(PlanRejection.PLAN_LENGTH, "minutes");

    private final PairBoard pairs;
    private final PlanBoard board;
    private final Commands commands;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;
    private final LettersSettings settings;
    private final Clock clock;

    PlanPages(
            PairBoard pairs,
            PlanBoard board,
            Commands commands,
            OperationDay day,
            FormAct forms,
            Texts texts,
            LettersSettings settings,
            Clock clock) {
        this.pairs = pairs;
        this.board = board;
        this.commands = commands;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param startMinute minutes from midnight, by the clock of the structure */
    record Body(
            boolean weekly,
            @Nullable LocalDate firstOn,
            @Nullable Integer startMinute,
            @Nullable Integer minutes) {}

    @GetMapping(PAIR + "/agenda")
    ModelAndView plan(Person person, @PathVariable String pair) {
        PairRow row = find(person, pair);
        return page(person, row, board.of(row).map(PlanPages::typed).orElse(Map.of("minutes", USUAL_MINUTES)));
    }

    @PostMapping(PAIR + "/agenda")
    ModelAndView plan(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        PairRow row = find(person, pair);
        return forms.answer(
                PLAN,
                () -> {
                    PairForm form = new PairForm(typed);
                    boolean weekly = form.yesNo("semaine");
                    LocalDate firstOn = form.day("seanceLe");
                    int start = form.time("heure");
                    int minutes = form.minutes("minutes");
                    form.check();
                    plan(person, row, weekly, firstOn, start, minutes, context);
                    return done("agenda", pair);
                },
                () -> page(person, row, typed));
    }

    @PostMapping(PAIR + "/agenda/annulation")
    ModelAndView cancel(Person person, CommandContext context, @PathVariable String pair) {
        PairRow row = find(person, pair);
        return forms.answer(
                () -> {
                    cancel(person, row, context);
                    return done("agenda-annule", pair);
                },
                () -> page(person, row, Map.of()));
    }

    @GetMapping(PAIR + "/agenda.ics")
    ResponseEntity<String> calendar(Person person, @PathVariable String pair) {
        PairRow row = find(person, pair);
        SessionPlan plan = board.of(row).orElseThrow(() -> new Rejection(PlanRejection.PLAN_OF_NO_PAIR));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8;method=PUBLISH"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"seance-de-mentorat.ics\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(SessionCalendar.of(
                        plan,
                        zone(row),
                        texts.of("suivi.agenda.resume"),
                        settings.origin().resolve("/suivi/binomes/" + pair),
                        row::rests,
                        clock.instant()));
    }

    @PostMapping(API)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Body body,
            Violations wrong) {
        PairRow row = find(person, pair);
        LocalDate firstOn = wrong.need("firstOn", body.firstOn(), MISSING);
        Integer start = wrong.need("startMinute", body.startMinute(), MISSING);
        Integer minutes = wrong.need("minutes", body.minutes(), MISSING);
        wrong.throwIfAny();
        plan(person, row, body.weekly(), firstOn, start, minutes, context);
    }

    @PostMapping(API + "/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelPlan(Person person, CommandContext context, @PathVariable String pair) {
        cancel(person, find(person, pair), context);
    }

    private void plan(
            Person person,
            PairRow row,
            boolean weekly,
            LocalDate firstOn,
            int start,
            int minutes,
            CommandContext context) {
        String _ = commands.send(
                new PlanSession(
                        row.pair(), PairBoard.sideOf(person, row), weekly, firstOn, start, minutes, day.today()),
                context);
    }

    private void cancel(Person person, PairRow row, CommandContext context) {
        String _ = commands.send(new CancelPlan(row.pair(), PairBoard.sideOf(person, row), day.today()), context);
    }

    private PairRow find(Person person, String pair) {
        return pairs.find(person, pair).orElseThrow(() -> new Rejection(PlanRejection.PLAN_OF_NO_PAIR));
    }

    private static ModelAndView done(String act, String pair) {
        return FormAct.done(new JustDone(act, pair), null, "/suivi/binomes/" + pair + "/agenda");
    }

    private ModelAndView page(Person person, PairRow row, Map<String, String> typed) {
        return new ModelAndView("suivi/agenda")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("cote", PairBoard.sideOf(person, row))
                .addObject("gere", PairBoard.manages(person, row))
                .addObject("prochaine", board.of(List.of(row)).getOrDefault(row.pair(), ""))
                .addObject("saisie", new HashMap<>(typed))
                .addObject("semaines", Choice.yesOrNo(texts, "suivi.agenda.semaine."));
    }

    private static Map<String, String> typed(SessionPlan plan) {
        return Map.of(
                "semaine",
                plan.weekly() ? "oui" : "non",
                "seanceLe",
                plan.firstOn().toString(),
                "heure",
                LocalTime.ofSecondOfDay(plan.startMinute() * 60L).toString(),
                "minutes",
                String.valueOf(plan.minutes()));
    }

    /** Where the young person is. */
    private static ZoneId zone(PairRow row) {
        return Departements.of(row.terms().departement())
                .map(Departement::timeZone)
                .orElse(OperationZone.PARIS);
    }
}
