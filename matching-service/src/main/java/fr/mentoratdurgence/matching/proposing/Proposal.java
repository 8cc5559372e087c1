package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.Fit;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proposal remembers. */
sealed interface Proposal {

    /** Not there yet. */
    record None() implements Proposal {}

    /**
     * Waits for the mentor, then for a trial where there is one, then for the référent.
     *
     * @param reminded the mentor was reminded of the deadline
     */
    record Pending(
            MatchProposed proposed,
            boolean accepted,
            boolean reminded,
            @Nullable Trial trial) implements Proposal {

        Pending saidYes() {
            return new Pending(proposed, true, reminded, trial);
        }

        Pending wasReminded() {
            return new Pending(proposed, accepted, true, trial);
        }

        Pending trying(Trial next) {
            return new Pending(proposed, accepted, reminded, next);
        }
    }

    /** A pair began. */
    record Confirmed(String by, Instant at) implements Proposal {}

    /** Somebody said no. */
    record Declined() implements Proposal {}

    /** Nobody answered in time. */
    record Expired() implements Proposal {}

    /** What both sides said so far. */
    record Trial(Instant dueAt, Map<Side, Fit> said) {
        boolean finished() {
            return said.containsKey(Side.MENTOR) && said.containsKey(Side.STRUCTURE);
        }

        Trial with(Side side, Fit fit) {
            Map<Side, Fit> more = new EnumMap<>(Side.class);
            more.putAll(said);
            more.put(side, fit);
            return new Trial(dueAt, Map.copyOf(more));
        }
    }
}
