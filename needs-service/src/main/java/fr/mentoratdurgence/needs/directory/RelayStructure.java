package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
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
            implements RelayStructure {
        /** The same, and somebody has stated its priority status on a day. */
        Known stated(PriorityAudience stated, LocalDate on) {
            return new Known(structure, kind, departement, academie, commune, stated, on, verified);
        }

        /** The same, and it is no longer in doubt. */
        Known checked() {
            return new Known(structure, kind, departement, academie, commune, status, statedOn, true);
        }
    }

    /** Whether needs of this structure may be qualified. Once true it stays true. */
    default boolean isVerified() {
        return this instanceof Known known && known.verified();
    }
}
