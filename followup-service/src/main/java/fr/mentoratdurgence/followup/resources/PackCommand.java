package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can be asked of what is shared for a need. */
sealed interface PackCommand {
    String need();

    /** One resource, for what and for whom. */
    record Pick(String resource, SupportKind support, ResourceSide side) {}

    /**
     * A pack is shared in one act.
     *
     * @param pair   null for all of the line
     * @param mentor of the pair; null for no pair
     */
    record ShareResources(
            String need,
            int line,
            @Nullable String pair,
            @Nullable String mentor,
            String levelBand,
            String share,
            List<Pick> picks,
            LocalDate today)
            implements PackCommand {}

    /** What was shared served in a session of this day. */
    record TellUsed(String need, int line, String pair, String resource, Side side, LocalDate usedOn, LocalDate today)
            implements PackCommand {}
}
