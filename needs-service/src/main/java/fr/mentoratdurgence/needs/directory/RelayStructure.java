package fr.mentoratdurgence.needs.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the rules remember of a relay structure. */
public sealed interface RelayStructure {

    /** Nobody has named it. */
    record Unknown() implements RelayStructure {}

    /**
     * It is known.
     *
     * @param statedOn date of the last statement about its priority status; null before any
     */
    record Known(
            String structure,
            StructureKind kind,
            String departement,
            String academie,
            String commune,
            PriorityAudience status,
            @Nullable LocalDate statedOn,
            boolean verified)
            implements RelayStructure {}

    /** Whether needs of this structure may be qualified. Once true it stays true. */
    default boolean isVerified() {
        return this instanceof Known known && known.verified();
    }
}
