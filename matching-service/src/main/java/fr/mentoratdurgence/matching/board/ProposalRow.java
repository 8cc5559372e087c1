package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A proposal as lists and pages show it. */
public record ProposalRow(
        String proposal,
        String need,
        int line,
        int seat,
        String mentor,
        String structure,
        String departement,
        LevelBand levelBand,
        PriorityAudience priorityAudience,
        LocalDate needDeclaredOn,
        String origin,
        @Nullable String run,
        @Nullable String manualReason,
        int policyVersion,
        int score,
        Instant proposedAt,
        Instant expiresAt,
        Status status,
        @Nullable String declinedSide,
        @Nullable String declineReason,
        @Nullable String pair) {

    /** Where a proposal is. */
    public enum Status {
        /** Waits for the mentor. */
        PROPOSED,
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
