package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param id        {@code job-<uuid>}
 * @param kind      code of what is done
 * @param account   who asked
 * @param done      how many steps are done
 * @param total     of how many; 0 = not known
 * @param stopping  whether somebody asked that it stop, which it does at its next step
 * @param attempts  how often it was begun: more than once where an instance died at it
 */
public record Job(
        String id,
        String kind,
        String account,
        Code<JobState> state,
        int done,
        int total,
        boolean stopping,
        int attempts,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return endedAt != null;
    }
}
