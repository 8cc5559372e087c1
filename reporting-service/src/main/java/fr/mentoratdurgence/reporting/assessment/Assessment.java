package fr.mentoratdurgence.reporting.assessment;

import org.jspecify.annotations.Nullable;

/**
 * The figures of the operation as of an instant, for a territory: worked out, sealed, published, perhaps corrected.
 *
 * <p>Somebody asks for an assessment. Its figures are worked out from the history, in two forms, the exact one and the one
 * that may be published, and each form has a fingerprint. A fact from before the instant may still arrive: until the seal
 * they may be worked out again, and then only the latest count.
 *
 * <p>Sealed, they never change: whoever works them out again must find the same fingerprint, and who seals must have seen
 * the figures that are sealed. A sealed assessment that ends with a day may be published, once.
 *
 * <p>What turns out wrong is not mended but corrected by another assessment, of the next version, which this one then
 * names; only the latest of a row can be corrected.
 *
 * <p>This is what the rules have to remember of all that.
 */
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
    record Computed(Asked asked, EventHash exact, EventHash published) implements Assessment {}

    /** Its figures never change. */
    record Sealed(
            Asked asked,
            EventHash exact,
            boolean published,
            @Nullable String correctedBy) implements Assessment {}
}
