package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_LAST_SESSION;
import static fr.mentoratdurgence.followup.pairs.PairRejection.EXIT_ALREADY_RECORDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.HELD_UNTIL_MISSING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_RUNS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SEAT_NOT_HELD;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
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
                checkEnd(live, c.endedOn(), c.today());
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
                checkEnd(live, c.endedOn(), c.today());
                yield List.of(
                        new PairClosed(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.planned(), c.endedOn()));
            }
            case DecideSeat _, RecordExit _ -> throw new Rejection(PAIR_RUNS);
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
                yield List.of(new SeatDecided(
                        c.pair(),
                        o.need(),
                        o.line(),
                        o.seat(),
                        o.mentor(),
                        c.afterwards(),
                        heldUntil(c.afterwards(), c.heldUntil(), c.today()),
                        c.today()));
            }
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

    private static void checkEnd(Live live, LocalDate endedOn, LocalDate today) {
        SessionRules.checkDay(live.life(), endedOn, today);
        live.told().all().values().stream()
                .map(Told::day)
                .max(Comparator.naturalOrder())
                .filter(endedOn::isBefore)
                .ifPresent(last -> {
                    throw new Rejection(DATE_BEFORE_LAST_SESSION, Map.of("lastOn", last.toString()));
                });
    }
}
