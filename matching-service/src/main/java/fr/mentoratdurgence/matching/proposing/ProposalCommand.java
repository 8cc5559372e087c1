package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Via;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of one proposal. */
sealed interface ProposalCommand {
    record Open(MatchProposed proposed) implements ProposalCommand {}

    record Accept(Via via, Instant at) implements ProposalCommand {}

    record Decline(Side side, DeclineReason reason) implements ProposalCommand {}

    /**
     * The no was a mistake.
     *
     * @param withNeed whether it was taken back with its need, which stands again
     */
    record UndoDecline(boolean withNeed, Instant at) implements ProposalCommand {}

    /** The match was confirmed by mistake: its pair never was. */
    record UndoConfirm(String pair) implements ProposalCommand {}

    record Expire(Instant at) implements ProposalCommand {}

    /** The deadline comes near. */
    record Remind() implements ProposalCommand {}

    /** @param side MENTOR or STRUCTURE */
    record Answer(Side side, TrialOpinion fit, String by, Instant at) implements ProposalCommand {}

    /** @param of a colleague; null = the coordinators */
    record AskValidation(@Nullable String of, String by, Instant at) implements ProposalCommand {}

    /** @param referent who will follow the pair */
    record Confirm(String pair, String referent, String by, Instant at) implements ProposalCommand {}
}
