package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to the load of one référent (FR: charge). Stream {@code referent-<uuid of the account>}. */
public sealed interface ReferentEvent extends DomainEvent {

    /** The account whose load this is. */
    default String account() {
        return StreamIds.accountOf(stream());
    }

    /** Why a coordinator gave a référent more pairs than the limit. */
    enum OverrideReason {
        /** The référent agreed to one more. */
        REFERENT_AGREES,
        /** Pairs of this référent end soon. */
        PAIRS_END_SOON,
        /** Nobody else covers the territory. */
        NOBODY_ELSE,
        /** Something else. */
        OTHER
    }

    /**
     * One more pair to follow.
     *
     * @param by       pseudonymous account of who confirmed the match
     * @param override why the limit did not count; null = below the limit
     */
    record PairAssigned(
            String stream,
            String pair,
            String by,
            Instant assignedAt,
            @Nullable OverrideReason override) implements ReferentEvent {}

    /** The pair ended or was interrupted. */
    record PairUnassigned(String stream, String pair) implements ReferentEvent {}
}
