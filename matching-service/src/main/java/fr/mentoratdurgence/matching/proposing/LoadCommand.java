package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of the load of one mentor. */
sealed interface LoadCommand {
    record OpenLoad(String mentor, MentorProfile profile, int capacity) implements LoadCommand {}

    record ReserveCapacity(String proposal, String by, Instant at) implements LoadCommand {}

    record TakeCapacity(String proposal, String pair, String referent) implements LoadCommand {}

    record ReleaseCapacity(String proposal) implements LoadCommand {}

    /** A pair goes on whose end was a mistake, or a proposal whose no was: it counts, whatever came since. */
    record RestoreCapacity(
            String proposal,
            @Nullable String pair,
            @Nullable String referent,
            String by,
            Instant at) implements LoadCommand {}

    /** A match was confirmed by mistake: its capacity is only reserved. */
    record GiveBackCapacity(String proposal, String pair) implements LoadCommand {}

    /** The pair ended, in whatever way. */
    record EndPairOfLoad(String pair) implements LoadCommand {}

    /** @param referent who follows the pair now */
    record PassPairOn(String pair, String referent) implements LoadCommand {}

    /** Nothing is to be proposed to the mentor until a coordinator decides. */
    record Hold(@Nullable String need, String pair, HoldReason reason, String by, Instant at) implements LoadCommand {}

    /** A coordinator has decided: nothing is proposed to the mentor any more. */
    record Exclude(BanReason reason, String by, Instant at) implements LoadCommand {}

    /** A coordinator has decided: the mentor may be proposed again. */
    record Release(ReleaseReason reason, String by, Instant at) implements LoadCommand {}

    /** Nothing is to be proposed to the mentor until a proof of good standing is seen again. */
    record ExpireProof(LocalDate expiredOn) implements LoadCommand {}

    /** A proof was seen again. */
    record RenewProof(LocalDate renewedOn) implements LoadCommand {}

    /** Nothing is to be proposed to the mentor until the team has looked into the file. */
    record HoldForReview(LocalDate heldOn) implements LoadCommand {}

    /** The team has looked. */
    record EndReview(LocalDate endedOn) implements LoadCommand {}

    /** Nothing is to be proposed to the mentor until the probation for this pair ends. */
    record BeginProbation(String pair, LocalDate begunOn) implements LoadCommand {}

    /** The probation for this pair is over. */
    record EndProbation(String pair, LocalDate endedOn) implements LoadCommand {}

    /** The mentor is not to be proposed to the structure. */
    record ExcludeStructure(String structure, String departement, ExclusionReason reason, String by)
            implements LoadCommand {}

    /** A coordinator lets the mentor be proposed to the structure again. */
    record LiftStructureExclusion(String structure, LiftReason reason, String by) implements LoadCommand {}

    record CloseLoad() implements LoadCommand {}
}
