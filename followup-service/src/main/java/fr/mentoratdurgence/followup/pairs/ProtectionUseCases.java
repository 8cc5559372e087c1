package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.time.LocalDate;

/** A pair ends to protect the young person, in the decision that says so. */
public final class ProtectionUseCases {
    private ProtectionUseCases() {}

    /** Ends it where it runs, followed as any other end; answers whether it did. */
    public static boolean interrupt(
            String pair, LocalDate today, DecisionSession session, FollowingUseCases following) {
        if (!(session.state(PairDecider.PAIR, pair) instanceof Live)) {
            return false;
        }
        Pair _ = session.decide(
                PairDecider.PAIR,
                pair,
                new InterruptPair(
                        pair,
                        Side.OPERATION,
                        InterruptionReason.SAFEGUARDING,
                        SeatAfterwards.of(InterruptionReason.SAFEGUARDING),
                        null,
                        today,
                        today));
        following.follow(session, pair);
        return true;
    }
}
