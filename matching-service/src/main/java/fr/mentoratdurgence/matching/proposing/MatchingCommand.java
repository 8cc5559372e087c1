package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of this service: one use case each, over as many streams as it takes. */
public sealed interface MatchingCommand {
    /** A need was qualified. */
    record OpenNeed(
            String need,
            String structure,
            String referent,
            String departement,
            String academie,
            PriorityAudience priorityAudience,
            List<SeatLine> lines,
            LocalDate declaredOn)
            implements MatchingCommand {}

    /** The need wants another number of places. */
    record ReviseNeedLine(String need, int line, int count) implements MatchingCommand {}

    /** Nothing is to be proposed for the need any more. */
    record WithdrawNeed(String need) implements MatchingCommand {}

    /** A mentor was activated. */
    record OpenMentor(String mentor, MentorProfile profile, int capacity) implements MatchingCommand {}

    /** Nothing is to be proposed to the mentor any more. */
    record WithdrawMentor(String mentor) implements MatchingCommand {}

    /** Reserves a seat and a capacity and opens the proposal: all three or nothing. */
    record Propose(
            String proposal,
            String need,
            int line,
            String mentor,
            Origin origin,
            @Nullable String run,
            @Nullable ManualReason manualReason,
            int policyVersion,
            int score,
            Explanation explanation,
            String by,
            Instant at,
            Instant expiresAt)
            implements MatchingCommand {}

    /** Proposals of a run, each accepted or refused by itself; answers how many were accepted. */
    record ProposeBatch(List<Propose> proposals) implements MatchingCommand {}

    /** The mentor says yes. */
    record AcceptProposal(String proposal, Instant at) implements MatchingCommand {}

    /** Somebody says no. */
    record DeclineProposal(String proposal, Side side, DeclineReason reason) implements MatchingCommand {}

    /** The deadline passed. */
    record ExpireProposal(String proposal, Instant at) implements MatchingCommand {}

    /**
     * The référent validates; answers the pair.
     *
     * @param referent who will follow the pair; null = the référent of the need
     */
    record ValidateProposal(
            String proposal, String pair, @Nullable String referent, String by, Instant at)
            implements MatchingCommand {}

    /** A run took its input. */
    record StartRun(MatchingRunStarted started) implements MatchingCommand {}

    /** A run has proposed what it could. */
    record CompleteRun(String run, int proposals, int refused) implements MatchingCommand {}

    /** The pair stopped before its time: seat and capacity are free, the two are not proposed to each other again. */
    record InterruptPair(String pair, String need, String mentor) implements MatchingCommand {}

    /** The pair came to its end: the mentor is free, the seat stays served. */
    record EndPair(String pair, String mentor) implements MatchingCommand {}
}
