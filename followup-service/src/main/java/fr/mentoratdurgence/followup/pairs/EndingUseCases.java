package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The end of a pair in the decision of somebody else, followed as any other end. */
public final class EndingUseCases {
    private final UseCases<PairCommand> pairs;

    EndingUseCases(UseCases<PairCommand> pairs) {
        this.pairs = pairs;
    }

    /**
     * Why a pair stops, and what becomes of its place.
     *
     * @param heldUntil until when the place is kept; null unless it is
     */
    public record Stop(
            String pair,
            InterruptionReason reason,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate endedOn) {}

    /** Interrupts it where it runs; of one that is over, whose place is kept, it decides what becomes of the place. */
    public void stop(Stop stop, LocalDate today, DecisionSession session) {
        boolean over = session.state(PairDecider.PAIR, stop.pair()) instanceof Ended ended
                && ended.end().heldUntil() != null;
        String _ = pairs.handle()
                .apply(
                        over
                                ? new DecideSeat(stop.pair(), stop.afterwards(), stop.heldUntil(), today)
                                : new InterruptPair(
                                        stop.pair(),
                                        stop.reason().usualSide(),
                                        stop.reason(),
                                        stop.afterwards(),
                                        stop.heldUntil(),
                                        stop.endedOn(),
                                        today),
                        session);
    }
}
