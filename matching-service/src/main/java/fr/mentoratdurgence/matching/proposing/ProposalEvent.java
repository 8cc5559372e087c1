package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to one proposal (FR: proposition). Stream {@code proposal-<uuid>}. */
public sealed interface ProposalEvent extends DomainEvent {

    /** How a proposal came to be. */
    enum Origin {
        /** A matching run. */
        RUN,
        /** A référent chose. */
        MANUAL
    }

    /** Why a référent chose by hand. */
    enum ManualReason {
        /** The two know each other already. */
        KNOWN_TO_EACH_OTHER,
        /** The structure asked for this mentor. */
        STRUCTURE_ASKED,
        /** The mentor asked for this structure. */
        MENTOR_ASKED,
        /** Replaces a mentor who stopped. */
        REPLACEMENT,
        /** Something else. */
        OTHER
    }

    /** Whose side a refusal comes from. */
    enum Side {
        /** The mentor. */
        MENTOR,
        /** The young person or the family. */
        YOUTH,
        /** The structure. */
        STRUCTURE,
        /** The operation. */
        OPERATION
    }

    /** Why it was declined; nobody has to say. */
    enum DeclineReason {
        /** No time now. */
        NO_TIME,
        /** The hours do not suit. */
        SCHEDULE,
        /** The subject does not suit. */
        SUBJECT,
        /** Not said. */
        NO_REASON,
        /** Something else. */
        OTHER,
        /** The need or the mentor was withdrawn. */
        WITHDRAWN
    }

    /** A seat and a mentor, both reserved until somebody decides. */
    record MatchProposed(
            String stream,
            String need,
            int line,
            int seat,
            String mentor,
            String structure,
            String referent,
            String departement,
            String academie,
            LevelBand levelBand,
            PriorityAudience priorityAudience,
            LocalDate needDeclaredOn,
            Origin origin,
            @Nullable String run,
            @Nullable ManualReason manualReason,
            int policyVersion,
            int score,
            Explanation explanation,
            Instant proposedAt,
            Instant expiresAt)
            implements ProposalEvent {}

    /** The mentor said yes; the référent validates. */
    record ProposalAcceptedByMentor(String stream, String need, int line, int seat, String mentor)
            implements ProposalEvent {}

    /** Somebody said no; seat and capacity are free again. */
    record ProposalDeclined(
            String stream, String need, int line, int seat, String mentor, Side side, DeclineReason reason)
            implements ProposalEvent {}

    /** Nobody answered in time; seat and capacity are free again. */
    record ProposalExpired(String stream, String need, int line, int seat, String mentor) implements ProposalEvent {}

    /**
     * A pair begins.
     *
     * @param referent    pseudonymous account of who will follow the pair
     * @param confirmedBy pseudonymous account of who validated
     */
    record MatchConfirmed(
            String stream,
            String pair,
            String need,
            int line,
            int seat,
            String mentor,
            String structure,
            String referent,
            String departement,
            String academie,
            LevelBand levelBand,
            PriorityAudience priorityAudience,
            LocalDate needDeclaredOn,
            String confirmedBy,
            Instant confirmedAt)
            implements ProposalEvent {}
}
