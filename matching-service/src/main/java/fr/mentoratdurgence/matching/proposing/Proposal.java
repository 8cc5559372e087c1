package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import java.time.Instant;

/** What a proposal remembers. */
sealed interface Proposal {

    /** Not there yet. */
    record None() implements Proposal {}

    /** Waits for the mentor, then for the référent. */
    record Pending(MatchProposed proposed, boolean accepted) implements Proposal {}

    /** A pair began. */
    record Confirmed(String by, Instant at) implements Proposal {}

    /** Somebody said no. */
    record Declined() implements Proposal {}

    /** Nobody answered in time. */
    record Expired() implements Proposal {}
}
