package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import java.time.Instant;

/** What can be asked of the load of one mentor. */
sealed interface LoadCommand {
    record OpenLoad(String mentor, MentorProfile profile, int capacity) implements LoadCommand {}

    record ReserveCapacity(String proposal, String by, Instant at) implements LoadCommand {}

    record TakeCapacity(String proposal, String pair, String referent) implements LoadCommand {}

    record ReleaseCapacity(String proposal) implements LoadCommand {}

    /** The pair ended, in whatever way. */
    record EndPairOfLoad(String pair) implements LoadCommand {}

    record CloseLoad() implements LoadCommand {}
}
