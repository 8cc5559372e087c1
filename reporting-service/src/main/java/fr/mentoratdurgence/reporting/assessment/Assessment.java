package fr.mentoratdurgence.reporting.assessment;

import org.jspecify.annotations.Nullable;

/** What the rules remember of an assessment. */
sealed interface Assessment {
    /** Not asked for. */
    record Unknown() implements Assessment {}

    /** Asked for; its figures are not known. */
    record Requested(int version) implements Assessment {}

    /** Its figures are known and may still be worked out again. */
    record Computed(int version, Sha256 exact) implements Assessment {}

    /** Its figures never change. */
    record Sealed(
            int version,
            Sha256 exact,
            boolean published,
            @Nullable String correctedBy) implements Assessment {}
}
