package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.platform.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as lists and pages show it.
 *
 * @param trialDueAt   until when both sides say how the trial went; null = no trial
 * @param mentorFit    what the mentor said of the trial
 * @param structureFit what the structure said of the trial
 * @param followedBy   account of who follows the need, and of a pair that began from it, who followed it first; null = nobody
 * @param decidedAt    when it came to nothing; null = it has not
 */
public record ProposalRow(
        String proposal,
        PairTerms terms,
        String origin,
        @Nullable String run,
        @Nullable String manualReason,
        int policyVersion,
        int score,
        Instant proposedAt,
        Instant expiresAt,
        Code<Status> status,
        @Nullable String declinedSide,
        @Nullable String declineReason,
        @Nullable String pair,
        @Nullable String prematching,
        @Nullable Instant trialDueAt,
        @Nullable String mentorFit,
        @Nullable String structureFit,
        @Nullable Asked asked,
        @Nullable String followedBy,
        @Nullable Instant decidedAt) {

    /** Who was asked to validate it, and by whom. */
    public record Asked(@Nullable String of, String by, Instant at) {}

    /** As all but the team read it: see {@link DeclineReason#told}. */
    public ProposalRow told() {
        return new ProposalRow(
                proposal,
                terms,
                origin,
                run,
                manualReason,
                policyVersion,
                score,
                proposedAt,
                expiresAt,
                status,
                declinedSide,
                declineReason == null
                        ? null
                        : Code.known(DeclineReason.class, declineReason)
                                .orElse(DeclineReason.OTHER)
                                .told()
                                .name(),
                pair,
                prematching,
                trialDueAt,
                mentorFit,
                structureFit,
                null,
                null,
                decidedAt);
    }

    /** Where a proposal is. */
    public enum Status {
        /** Waits for the mentor. */
        PROPOSED,
        /** Mentor and structure try whether it suits. */
        TRIAL,
        /** Waits for the référent. */
        ACCEPTED,
        /** A pair began. */
        CONFIRMED,
        /** Somebody said no. */
        DECLINED,
        /** Nobody answered in time. */
        EXPIRED
    }
}
