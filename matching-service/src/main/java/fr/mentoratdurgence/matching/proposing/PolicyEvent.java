package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to the versions of the policy (FR: règle d’appariement). Stream {@code policy-operation}. */
public sealed interface PolicyEvent extends DomainEvent {
    /** The one stream of them. */
    String STREAM = "policy-operation";

    /**
     * A version can be activated from now on; it never changes.
     *
     * @param version 1, 2, 3…
     * @param by      pseudonymous account of who published it
     */
    record PolicyPublished(String stream, int version, PolicyContent content, String by, Instant publishedAt)
            implements PolicyEvent {}

    /**
     * Runs follow this version from now on.
     *
     * @param instead the version until now; null = there was none
     * @param by      pseudonymous account of who activated it
     */
    record PolicyActivated(
            String stream, int version, @Nullable Integer instead, String by, Instant activatedAt)
            implements PolicyEvent {}
}
