package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndActs.Interruption;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ends a pair, in two steps: what follows is said before it is done. Then what is asked once it is over. */
@Controller
class EndPages {
    private static final Fields END = PairPages.day("finLe").at(PairRejection.HELD_UNTIL_MISSING, "gardeeJusquAu");
    private static final Fields SEAT = Fields.NONE.at(PairRejection.HELD_UNTIL_MISSING, "gardeeEncore");
    private static final Fields EXIT = PairPages.day("entretienLe");

    private final PairPages pages;
    private final PairActs acts;
    private final EndActs ends;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    EndPages(PairPages pages, PairActs acts, EndActs ends, OperationDay day, FormAct forms, Texts texts) {
        this.pages = pages;
        this.acts = acts;
        this.ends = ends;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    /** What an interruption brings about, before it is made. Changes nothing. */
    @PostMapping("/suivi/binomes/{pair}/interruption/confirmation")
    ModelAndView interruptionToConfirm(
            Person person, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return toConfirm(person, pair, typed, (row, form) -> {
            InterruptionReason reason = form.choice("motif", InterruptionReason.class);
            Side side = form.choice("cote", Side.class);
            form.check();
            return interruption(row, reason, side, Map.of());
        });
    }

    @PostMapping("/suivi/binomes/{pair}/interruption")
    ModelAndView interruption(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(
                acts.on(person, pair, context),
                typed,
                "interruption",
                END,
                (act, form) -> {
                    InterruptionReason reason = form.choice("motif", InterruptionReason.class);
                    Side side = form.choice("cote", Side.class);
                    form.check();
                    SeatAfterwards afterwards = Code.known(SeatAfterwards.class, typed.get("suite"))
                            .orElseGet(() -> SeatAfterwards.of(reason));
                    LocalDate endedOn = form.dayOr("finLe", day.today());
                    LocalDate heldUntil =
                            afterwards == SeatAfterwards.HOLD ? form.dayOr("gardeeJusquAu", day.today()) : null;
                    form.check();
                    ends.interrupt(act, new Interruption(side, reason, afterwards, heldUntil, endedOn));
                },
                (row, form) -> Code.known(InterruptionReason.class, typed.get("motif"))
                        .flatMap(reason -> Code.known(Side.class, typed.get("cote"))
                                .map(side -> interruption(row, reason, side, typed)))
                        .orElseGet(() -> pages.again(person, row, form)));
    }

    /** What a closure brings about. Changes nothing. */
    @PostMapping("/suivi/binomes/{pair}/cloture/confirmation")
    ModelAndView closureToConfirm(Person person, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return toConfirm(person, pair, typed, (row, form) -> {
            boolean planned = form.yesNo("prevue");
            form.check();
            return closure(row, planned, Map.of());
        });
    }

    private ModelAndView toConfirm(
            Person person, String pair, Map<String, String> typed, BiFunction<PairRow, PairForm, ModelAndView> asked) {
        PairForm form = new PairForm(typed);
        PairRow row = acts.inCharge(person, pair);
        return forms.answer(() -> asked.apply(row, form), () -> pages.again(person, row, form));
    }

    @PostMapping("/suivi/binomes/{pair}/cloture")
    ModelAndView closure(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(
                acts.on(person, pair, context),
                typed,
                "cloture",
                END,
                (act, form) -> {
                    boolean planned = form.yesNo("prevue");
                    LocalDate endedOn = form.dayOr("finLe", day.today());
                    form.check();
                    ends.close(act, planned, endedOn);
                },
                (row, form) -> typed.containsKey("prevue")
                        ? closure(row, "oui".equals(typed.get("prevue")), typed)
                        : pages.again(person, row, form));
    }

    /** A place that was kept: another mentor, or nobody, or kept longer. */
    @PostMapping("/suivi/binomes/{pair}/place")
    ModelAndView seat(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(acts.on(person, pair, context), typed, "place", SEAT, (act, form) -> {
            SeatAfterwards afterwards = form.choice("suite", SeatAfterwards.class);
            LocalDate heldUntil = afterwards == SeatAfterwards.HOLD ? form.dayOr("gardeeEncore", day.today()) : null;
            form.check();
            ends.decideSeat(act, afterwards, heldUntil);
        });
    }

    /** The structure is asked what becomes of a place that was kept. */
    @GetMapping("/suivi/binomes/{pair}/place")
    ModelAndView seatAsked(Person person, @PathVariable String pair) {
        return seatPage(acts.find(person, pair));
    }

    /** It answers by one button. */
    @PostMapping("/suivi/binomes/{pair}/place/reponse")
    ModelAndView seatAnswered(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam(defaultValue = "") String suite) {
        PairActs.Act act = acts.on(person, pair, context);
        return forms.answer(
                () -> {
                    SeatAfterwards afterwards = Code.known(SeatAfterwards.class, suite)
                            .orElseThrow(() -> new InvalidInput(new Violations()
                                    .add("suite", "suivi.erreur.place")
                                    .all()));
                    ends.answerSeat(act, afterwards);
                    return FormAct.done(new JustDone("place-reponse", pair), null, "/suivi/binomes/" + pair + "/place");
                },
                () -> seatPage(acts.find(person, pair)));
    }

    private ModelAndView seatPage(PairRow row) {
        return new ModelAndView("suivi/place")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("suites", Choice.of(texts, "suivi.place.reponse.", SeatAfterwards.values()));
    }

    @PostMapping("/suivi/binomes/{pair}/entretien-de-fin")
    ModelAndView exit(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return pages.answer(acts.on(person, pair, context), typed, "entretien", EXIT, (act, form) -> {
            Side side = form.choice("entretienAvec", Side.class);
            ExitOutcome outcome = form.choice("issue", ExitOutcome.class);
            boolean again = form.yesNo("encore");
            LocalDate heldOn = form.dayOr("entretienLe", day.today());
            form.check();
            ends.recordExit(act, side, outcome, again, heldOn);
        });
    }

    private ModelAndView interruption(PairRow row, InterruptionReason reason, Side side, Map<String, String> typed) {
        return new ModelAndView("suivi/interruption")
                .addObject("binome", row)
                .addObject("motif", reason)
                .addObject("cote", side)
                .addObject("aujourdhui", day.today())
                .addObject("saisie", typed)
                .addObject(
                        "suite",
                        Code.known(SeatAfterwards.class, typed.get("suite")).orElseGet(() -> SeatAfterwards.of(reason)))
                .addObject("suites", Choice.of(texts, "suivi.suite.", SeatAfterwards.values()));
    }

    private ModelAndView closure(PairRow row, boolean planned, Map<String, String> typed) {
        return new ModelAndView("suivi/cloture")
                .addObject("binome", row)
                .addObject("prevue", planned)
                .addObject("aujourdhui", day.today())
                .addObject("saisie", typed);
    }
}
