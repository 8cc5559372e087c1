package fr.mentoratdurgence.reporting.assessment;

import org.jspecify.annotations.Nullable;

/** What the rules remember of an assessment. */
sealed interface Assessment {
    /**
     * What was asked for.
     *
     * @param ofWholeDays whether it ends with a day
     * @param corrects the assessment that it is to replace, if any
     */
    record Asked(int version, boolean ofWholeDays, @Nullable String corrects) {}

    /** Not asked for. */
    record Unknown() implements Assessment {}

    /** Asked for; its figures are not known. */
    record Requested(Asked asked) implements Assessment {}

    /** Its figures are known and may still be worked out again. */
    record Computed(Asked asked, Sha256 exact, Sha256 published) implements Assessment {}

    /** Its figures never change. */
    record Sealed(
            Asked asked,
            Sha256 exact,
            boolean published,
            @Nullable String correctedBy) implements Assessment {}
}
