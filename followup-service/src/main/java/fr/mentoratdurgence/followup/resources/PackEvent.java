package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was shared for a need, and what of it served. One stream for a need ({@code pack-<uuid of the need>}). Titles and
 * addresses stand in the library, never here. Stored for ever: add, never edit.
 */
public sealed interface PackEvent extends DomainEvent {
    /** The stream. */
    String pack();

    @Override
    default String stream() {
        return pack();
    }

    /** The stream beside that of a need. */
    static String streamOf(String need) {
        return "pack-" + need.substring(need.indexOf('-') + 1);
    }

    /**
     * The team shared a resource for a line, or for one pair.
     *
     * @param share   the act, one for all resources that were shared with it
     * @param pair    null where it is for all pairs of the line
     * @param mentor  the mentor of the pair; null where it is for no pair
     * @param support the kind of support for which it was chosen
     */
    record ResourceShared(
            String pack,
            String share,
            String need,
            int line,
            @Nullable String pair,
            @Nullable String mentor,
            String resource,
            String levelBand,
            SupportKind support,
            ResourceSide side,
            LocalDate sharedOn)
            implements PackEvent {
        /** What is for a pair is heard in its order among the facts of the pair. */
        @Override
        public String key() {
            return pair == null ? pack : pair;
        }
    }

    /** It served in a session, {@code side} says so. */
    record ResourceUsed(
            String pack,
            String need,
            int line,
            String pair,
            String resource,
            String levelBand,
            SupportKind support,
            Side side,
            LocalDate usedOn)
            implements PackEvent {
        @Override
        public String key() {
            return pair;
        }
    }
}
