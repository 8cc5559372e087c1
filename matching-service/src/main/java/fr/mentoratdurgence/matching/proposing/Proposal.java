package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place and a mentor, proposed to each other (FR: proposition). Stream {@code proposal-<uuid>}.
 *
 * <p>It begins where a run, the next best, a named list or somebody by hand brings the two together: seat and capacity
 * are reserved in the same decision, so neither can be given twice. The mentor has a number of hours; a reminder comes
 * before they end. Silence ends it (expired), and so does a no of whichever side (declined). A yes leads to the référent,
 * or, for a named mentor, first to a trial: both sides say how it went, and a poor one is a no. The référent validates:
 * the pair begins (confirmed), and the proposal is over for good. A need or a mentor that withdraws, a hold, a review, a
 * proof that expires and an exclusion take it back in whatever state it is. However it ends without a pair, seat and
 * capacity are free again in that decision; after a no the two are not proposed to each other again. Every step towards a
 * pair asks all of {@link ProtectiveRule} anew; a no is always heard. Decided is decided: who comes later hears by whom
 * and when; but what a click has done by mistake is undone by another one, as long as nobody has built on it.
 */
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

    /**
     * A pair began.
     *
     * @param before as it waited: what was confirmed by mistake waits again
     */
    record Confirmed(String by, Instant at, String pair, Pending before) implements Proposal {}

    /**
     * Somebody said no.
     *
     * @param takenBack it was nobody's answer
     * @param before    as it waited: a no that was recorded by mistake never was
     */
    record Declined(boolean takenBack, Pending before) implements Proposal {}

    /** Nobody answered in time. */
    record Expired() implements Proposal {}

    /** What both sides said so far. */
    record Trial(Instant dueAt, Map<Side, TrialOpinion> said) {
        boolean finished() {
            return said.containsKey(Side.MENTOR) && said.containsKey(Side.STRUCTURE);
        }

        Trial with(Side side, TrialOpinion fit) {
            Map<Side, TrialOpinion> more = new EnumMap<>(Side.class);
            more.putAll(said);
            more.put(side, fit);
            return new Trial(dueAt, Map.copyOf(more));
        }
    }
}
