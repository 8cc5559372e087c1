package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndActs.Interruption;
import fr.mentoratdurgence.followup.pairs.EndActs.Mended;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends of pairs over HTTP, each with a day of its own; without one it is today. */
@RestController
@RequestMapping("/api/followup/v1/pairs/{pair}")
class EndApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final PairActs acts;
    private final EndActs ends;

    EndApi(PairActs acts, EndActs ends) {
        this.acts = acts;
        this.ends = ends;
    }

    record Stop(
            @Nullable Side side,
            @Nullable InterruptionReason reason,
            @Nullable SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            @Nullable LocalDate endedOn) {}

    record Closure(@Nullable Boolean planned, @Nullable LocalDate endedOn) {}

    record Seat(
            @Nullable SeatAfterwards afterwards, @Nullable LocalDate heldUntil) {}

    /** Side and reason of an interruption, or whether a closure was planned. */
    record Correction(
            @Nullable AmendmentReason amendment,
            @Nullable Side side,
            @Nullable InterruptionReason reason,
            @Nullable Boolean planned,
            @Nullable LocalDate endedOn) {}

    record Exit(
            @Nullable Side side,
            @Nullable ExitOutcome outcome,
            @Nullable Boolean again,
            @Nullable LocalDate heldOn) {}

    @PostMapping("/interruption")
    PairRow interrupt(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Stop body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Side side = wrong.need("side", body.side(), MISSING);
        InterruptionReason reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        ends.interrupt(act, new Interruption(side, reason, body.afterwards(), body.heldUntil(), body.endedOn()));
        return acts.find(person, pair);
    }

    @PostMapping("/closure")
    PairRow close(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Closure body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Boolean planned = wrong.need("planned", body.planned(), MISSING);
        wrong.throwIfAny();
        ends.close(act, planned, body.endedOn());
        return acts.find(person, pair);
    }

    /** What becomes of a place that was kept. */
    @PostMapping("/seat")
    PairRow seat(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Seat body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        SeatAfterwards afterwards = wrong.need("afterwards", body.afterwards(), MISSING);
        wrong.throwIfAny();
        ends.decideSeat(act, afterwards, body.heldUntil());
        return acts.find(person, pair);
    }

    /** It ended otherwise than told. */
    @PostMapping("/end/correction")
    PairRow correct(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Correction body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        AmendmentReason amendment = wrong.need("amendment", body.amendment(), MISSING);
        LocalDate endedOn = wrong.need("endedOn", body.endedOn(), MISSING);
        if (body.planned() == null) {
            Side _ = wrong.need("side", body.side(), MISSING);
            InterruptionReason _ = wrong.need("reason", body.reason(), MISSING);
        }
        wrong.throwIfAny();
        boolean closure = body.planned() != null;
        ends.correct(
                act,
                new Mended(
                        amendment,
                        closure ? null : body.side(),
                        closure ? null : body.reason(),
                        body.planned(),
                        endedOn));
        return acts.find(person, pair);
    }

    /** Nobody was to be looked for, and that was wrong: another mentor after all, or the place is kept. */
    @PostMapping("/seat/reopening")
    PairRow reopen(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Seat body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        SeatAfterwards afterwards = wrong.need("afterwards", body.afterwards(), MISSING);
        wrong.throwIfAny();
        ends.reopenSeat(act, afterwards, body.heldUntil());
        return acts.find(person, pair);
    }

    @PostMapping("/exit-interview")
    PairRow exit(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Exit body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Side side = wrong.need("side", body.side(), MISSING);
        ExitOutcome outcome = wrong.need("outcome", body.outcome(), MISSING);
        Boolean again = wrong.need("again", body.again(), MISSING);
        LocalDate heldOn = wrong.need("heldOn", body.heldOn(), MISSING);
        wrong.throwIfAny();
        ends.recordExit(act, side, outcome, again, heldOn);
        return acts.find(person, pair);
    }
}
