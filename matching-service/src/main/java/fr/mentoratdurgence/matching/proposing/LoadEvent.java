package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to the capacity of one mentor (FR: capacité). Stream {@code load-<uuid of the mentor>}. */
public sealed interface LoadEvent extends DomainEvent {

    /** The mentor whose load this is. */
    default String mentor() {
        return StreamIds.mentorOf(stream());
    }

    /** Why a mentor is held back. */
    enum HoldReason {
        /** A pair of the mentor was interrupted to protect the young person. */
        SAFEGUARDING
    }

    /** Why a coordinator excludes the mentor for good. */
    enum BanReason {
        /** The mentor must not be with young people. */
        DANGER_TO_YOUNG_PEOPLE,
        /** The mentor did not keep to the charter. */
        RULES_BROKEN,
        /** Something else. */
        OTHER
    }

    /** Why a coordinator lets the mentor be proposed again. */
    enum ReleaseReason {
        /** What had to be looked into was, and nothing speaks against the mentor. */
        CLEARED,
        /** The interruption was recorded by mistake, or for another reason. */
        RECORDED_BY_MISTAKE,
        /** Something else. */
        OTHER
    }

    /**
     * The mentor was activated.
     *
     * @param capacity pairs at the same time
     */
    record LoadOpened(String stream, MentorProfile profile, int capacity) implements LoadEvent {}

    /** @param by pseudonymous account of who did it */
    record CapacityReserved(String stream, String proposal, String by, Instant reservedAt) implements LoadEvent {}

    /**
     * The reservation became a pair.
     *
     * @param referent pseudonymous account of who follows it; null = was not counted yet
     */
    record CapacityTaken(
            String stream,
            String proposal,
            String pair,
            @Nullable String referent) implements LoadEvent {}

    /**
     * Somebody else of the team follows the pair.
     *
     * @param referent pseudonymous account of who follows it now
     */
    record PairPassedOn(String stream, String pair, String referent) implements LoadEvent {}

    /** The match was confirmed by mistake: the capacity is reserved for the proposal, and no pair's. */
    record CapacityGivenBack(String stream, String proposal, String pair) implements LoadEvent {}

    /** One more pair may begin. */
    record CapacityReleased(String stream, String proposal) implements LoadEvent {}

    /**
     * Nothing is proposed to the mentor until a coordinator decides (FR: mentor retenu). Other pairs go on.
     *
     * @param need of the interrupted pair; nothing = none was running
     * @param pair the interrupted pair, or the worry that was raised where none was running
     * @param by   pseudonymous account of who interrupted it, or decided it
     */
    record MentorHeld(String stream, @Nullable String need, String pair, HoldReason reason, String by, Instant heldAt)
            implements LoadEvent {}

    /**
     * A coordinator has decided: nothing is proposed to the mentor any more (FR: mentor exclu). It is not undone.
     *
     * @param by pseudonymous account of the coordinator
     */
    record MentorExcluded(String stream, BanReason reason, String by, Instant excludedAt) implements LoadEvent {}

    /**
     * A coordinator has decided: the mentor may be proposed again.
     *
     * @param by pseudonymous account of the coordinator
     */
    record MentorReleased(String stream, ReleaseReason reason, String by, Instant releasedAt) implements LoadEvent {}

    /**
     * The mentor's proof of good standing expired: nothing is proposed until one is seen again. Pairs go on, and are
     * reviewed.
     *
     * @param expiredOn first day without a proof that counts
     */
    record ProofExpired(String stream, LocalDate expiredOn) implements LoadEvent {}

    /** A proof of good standing was seen again. */
    record ProofRenewed(String stream, LocalDate renewedOn) implements LoadEvent {}

    /** The team looks into the mentor's file: nothing is proposed until it has decided. Pairs go on, and are reviewed. */
    record HeldForReview(String stream, LocalDate heldOn) implements LoadEvent {}

    /** The team has looked, and lets the mentor be proposed again. */
    record ReviewEnded(String stream, LocalDate endedOn) implements LoadEvent {}

    /** The team put the mentor on probation because of a pair: nothing is proposed until that ends. Pairs go on. */
    record ProbationBegun(String stream, String pair, LocalDate begunOn) implements LoadEvent {}

    /** A probation is over. */
    record ProbationEnded(String stream, String pair, LocalDate endedOn) implements LoadEvent {}

    /**
     * The mentor is not proposed to this structure: to no line of no need of it, of today or later (FR: exclusion d'une
     * structure).
     *
     * @param departement where the structure is
     * @param by          pseudonymous account of who excluded the two from each other
     */
    record StructureExcluded(String stream, String structure, String departement, ExclusionReason reason, String by)
            implements LoadEvent {}

    /**
     * A coordinator lets the mentor be proposed to the structure again.
     *
     * @param by pseudonymous account of the coordinator
     */
    record StructureExclusionLifted(String stream, String structure, LiftReason reason, String by)
            implements LoadEvent {}

    /** The mentor left: nothing new is proposed. */
    record LoadClosed(String stream) implements LoadEvent {}
}
