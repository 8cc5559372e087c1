package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndActs.Mended;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.PairFact.Kind;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an end that was told: who said it and when, and how it is mended with a reason; where it cannot be, what is
 * done instead.
 */
@Controller
class MendedEndPages {
    private static final Fields END = PairPages.day("finLe");
    private static final Fields SEAT = Fields.NONE.at(PairRejection.HELD_UNTIL_MISSING, "gardeeEncore");
    private static final List<AmendmentReason> WHY = List.of(
            AmendmentReason.MISTYPED,
            AmendmentReason.WRONG_DAY,
            AmendmentReason.OTHERWISE,
            AmendmentReason.AGREED_BETWEEN_SIDES);
    private static final Set<Kind> ENDS = Set.of(Kind.CLOSED, Kind.INTERRUPTED);

    private final PairBoard board;
    private final PairActs acts;
    private final EndActs ends;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    MendedEndPages(PairBoard board, PairActs acts, EndActs ends, OperationDay day, FormAct forms, Texts texts) {
        this.board = board;
        this.acts = acts;
        this.ends = ends;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/binomes/{pair}/fin")
    ModelAndView end(Person person, @PathVariable String pair) {
        return page(person, pair, Map.of());
    }

    @PostMapping("/suivi/binomes/{pair}/fin")
    ModelAndView correct(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        boolean closure = end(person, acts.inCharge(person, pair)).kind().is(Kind.CLOSED);
        return act(person, context, pair, "fin-corrigee", END, typed, (act, form) -> {
            AmendmentReason amendment = form.choice("raison", AmendmentReason.class);
            LocalDate endedOn = form.day("finLe");
            Mended mended = closure
                    ? new Mended(amendment, null, null, form.yesNo("prevue"), endedOn)
                    : new Mended(
                            amendment,
                            form.choice("cote", Side.class),
                            form.choice("motif", InterruptionReason.class),
                            null,
                            endedOn);
            form.check();
            ends.correct(act, mended);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/fin/place")
    ModelAndView reopen(
            Person person, CommandContext context, @PathVariable String pair, @RequestParam Map<String, String> typed) {
        return act(person, context, pair, "place-rouverte", SEAT, typed, (act, form) -> {
            SeatAfterwards afterwards = form.choice("suite", SeatAfterwards.class);
            LocalDate heldUntil = afterwards == SeatAfterwards.HOLD ? form.dayOr("gardeeEncore", day.today()) : null;
            form.check();
            ends.reopenSeat(act, afterwards, heldUntil);
        });
    }

    private ModelAndView act(
            Person person,
            CommandContext context,
            String pair,
            String done,
            Fields fields,
            Map<String, String> typed,
            BiConsumer<Act, PairForm> deed) {
        Act act = acts.on(person, pair, context);
        return forms.answer(
                fields,
                () -> {
                    deed.accept(act, new PairForm(typed));
                    return FormAct.done(new JustDone(done, pair), null, "/suivi/binomes/" + pair);
                },
                () -> page(person, pair, typed));
    }

    private PairFact end(Person person, PairRow row) {
        return board.facts(person, row).stream()
                .filter(fact -> ENDS.stream().anyMatch(fact.kind()::is))
                .findFirst()
                .orElseThrow(() -> new Rejection(PairRejection.PAIR_RUNS));
    }

    private ModelAndView page(Person person, String pair, Map<String, String> typed) {
        PairRow row = acts.inCharge(person, pair);
        PairFact end = end(person, row);
        Map<String, String> fields = new HashMap<>();
        fields.put("finLe", end.day().toString());
        fields.put("motif", String.valueOf(end.reason()));
        fields.put("cote", String.valueOf(end.side()));
        fields.put("prevue", Boolean.TRUE.equals(end.flag()) ? "oui" : "non");
        fields.putAll(typed);
        return new ModelAndView("suivi/fin")
                .addObject("binome", row)
                .addObject("fin", end)
                .addObject("protection", end.reason() == InterruptionReason.SAFEGUARDING)
                .addObject("place", seat(board.facts(person, row)))
                .addObject("saisie", fields)
                .addObject("raisons", Choice.of(texts, "suivi.raison.", WHY.toArray(AmendmentReason[]::new)))
                .addObject("cotes", Choice.of(texts, "cote.", Side.values()))
                .addObject(
                        "motifs",
                        Choice.of(
                                texts,
                                "interruption.",
                                Arrays.stream(InterruptionReason.values())
                                        .filter(reason -> reason != InterruptionReason.SAFEGUARDING)
                                        .toArray(InterruptionReason[]::new)))
                .addObject("fins", Choice.yesOrNo(texts, "suivi.acte.cloture."))
                .addObject("suites", Choice.of(texts, "suivi.suite.", SeatAfterwards.REPLACE, SeatAfterwards.HOLD));
    }

    /** What becomes of the place, as it was said last; empty for a closure. */
    private static String seat(List<PairFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().is(Kind.SEAT_DECIDED) || fact.kind().is(Kind.INTERRUPTED))
                .max(Comparator.comparing(PairFact::recordedAt))
                .map(fact -> Objects.requireNonNullElse(fact.afterwards(), ""))
                .filter(code -> Code.known(SeatAfterwards.class, code).isPresent())
                .orElse("");
    }
}
