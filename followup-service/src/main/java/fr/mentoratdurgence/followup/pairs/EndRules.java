package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_LAST_SESSION;
import static fr.mentoratdurgence.followup.pairs.PairRejection.EXIT_ALREADY_RECORDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.HELD_UNTIL_MISSING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NOTHING_TO_CORRECT;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_RUNS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PROTECTION_STANDS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SEAT_NOT_CLOSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SEAT_NOT_HELD;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectClosure;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectInterruption;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.EndCommand.ReopenSeat;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.Pair.Said;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecisionDue;
import fr.mentoratdurgence.followup.pairs.ToldSessions.Told;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of how a pair ends, on a day of its own, and of what is asked afterwards. Pure. */
final class EndRules {
    private EndRules() {}

    static List<PairEvent> decide(Live live, EndCommand command) {
        PairTerms o = live.opening().terms();
        return switch (command) {
            case InterruptPair c -> {
                checkEnd(live.life(), live.told(), c.endedOn(), c.today());
                yield List.of(new PairInterrupted(
                        c.pair(),
                        o.need(),
                        o.line(),
                        o.seat(),
                        o.mentor(),
                        c.side(),
                        c.reason(),
                        c.afterwards(),
                        heldUntil(c.afterwards(), c.heldUntil(), c.today()),
                        c.endedOn()));
            }
            case ClosePair c -> {
                checkEnd(live.life(), live.told(), c.endedOn(), c.today());
                yield List.of(
                        new PairClosed(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.planned(), c.endedOn()));
            }
            case DecideSeat _, ReopenSeat _, CorrectInterruption _, CorrectClosure _, RecordExit _ ->
                throw new Rejection(PAIR_RUNS);
            case NoticeSeatDue _ -> List.of();
        };
    }

    static List<PairEvent> decide(Ended ended, EndCommand command) {
        PairTerms o = ended.opening().terms();
        return switch (command) {
            case InterruptPair _, ClosePair _ ->
                throw new Rejection(
                        PAIR_ENDED, Map.of("endedOn", ended.end().on().toString()));
            case DecideSeat c -> {
                if (ended.end().heldUntil() == null) {
                    throw new Rejection(SEAT_NOT_HELD);
                }
                yield seat(c.pair(), o, c.afterwards(), c.heldUntil(), c.today());
            }
            // whose place is looked for again has perhaps somebody by now; who lacks a mentor is never turned away
            case ReopenSeat c -> {
                if (ended.end().seat() != SeatAfterwards.CLOSE || c.afterwards() == SeatAfterwards.CLOSE) {
                    throw new Rejection(SEAT_NOT_CLOSED);
                }
                yield seat(c.pair(), o, c.afterwards(), c.heldUntil(), c.today());
            }
            case CorrectInterruption c -> {
                if (c.reason() == InterruptionReason.SAFEGUARDING) {
                    throw new Rejection(PROTECTION_STANDS);
                }
                yield corrected(
                        c.pair(), c.amendment(), ended, new Said(c.endedOn(), c.side(), c.reason(), null), c.today());
            }
            case CorrectClosure c ->
                corrected(c.pair(), c.amendment(), ended, new Said(c.endedOn(), null, null, c.planned()), c.today());
            case NoticeSeatDue c -> {
                LocalDate until = ended.end().heldUntil();
                yield until == null || until.isAfter(c.today())
                        ? List.of()
                        : List.of(new SeatDecisionDue(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), until));
            }
            case RecordExit c -> {
                if (ended.end().exits().contains(c.side())) {
                    throw new Rejection(EXIT_ALREADY_RECORDED);
                }
                SessionRules.checkDay(new SessionRules.Life(ended.opening().openedOn(), null), c.heldOn(), c.today());
                yield List.of(new ExitInterviewRecorded(c.pair(), c.side(), c.outcome(), c.again(), c.heldOn()));
            }
        };
    }

    private static List<PairEvent> seat(
            String pair, PairTerms o, SeatAfterwards afterwards, @Nullable LocalDate until, LocalDate today) {
        return List.of(new SeatDecided(
                pair,
                o.need(),
                o.line(),
                o.seat(),
                o.mentor(),
                afterwards,
                heldUntil(afterwards, until, today),
                today));
    }

    /** An end stays what it is, a closure or an interruption; and what protects a young person is not corrected away. */
    private static List<PairEvent> corrected(
            String pair, AmendmentReason amendment, Ended ended, Said now, LocalDate today) {
        Said was = ended.end().said();
        if (ended.end().safeguarding()) {
            throw new Rejection(PROTECTION_STANDS);
        }
        if (now.equals(was) || (now.planned() == null) != (was.planned() == null)) {
            throw new Rejection(NOTHING_TO_CORRECT);
        }
        checkEnd(new SessionRules.Life(ended.opening().openedOn(), null), ended.told(), now.on(), today);
        return List.of(new PairEndCorrected(
                pair,
                amendment,
                was.side(),
                was.reason(),
                was.planned(),
                was.on(),
                now.side(),
                now.reason(),
                now.planned(),
                now.on()));
    }

    /** What becomes of a young person's place is decided where there is a danger too; only a kept one has a day. */
    private static @Nullable LocalDate heldUntil(
            SeatAfterwards afterwards, @Nullable LocalDate until, LocalDate today) {
        if (afterwards != SeatAfterwards.HOLD) {
            return null;
        }
        if (until == null || !until.isAfter(today)) {
            throw new Rejection(HELD_UNTIL_MISSING);
        }
        return until;
    }

    private static void checkEnd(SessionRules.Life life, ToldSessions told, LocalDate endedOn, LocalDate today) {
        SessionRules.checkDay(life, endedOn, today);
        told.all().values().stream()
                .map(Told::day)
                .max(Comparator.naturalOrder())
                .filter(endedOn::isBefore)
                .ifPresent(last -> {
                    throw new Rejection(DATE_BEFORE_LAST_SESSION, Map.of("lastOn", last.toString()));
                });
    }
}
