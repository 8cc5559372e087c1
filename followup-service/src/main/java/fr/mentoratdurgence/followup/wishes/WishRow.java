package fr.mentoratdurgence.followup.wishes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides of a pair wish.
 *
 * @param mentorAgrees null while the mentor has not answered
 * @param familyAgrees null while the structure has not answered for the family
 */
record WishRow(
        String pair,
        LocalDate askedOn,
        @Nullable Boolean mentorAgrees,
        @Nullable Boolean familyAgrees) {
    public boolean both() {
        return Boolean.TRUE.equals(mentorAgrees) && Boolean.TRUE.equals(familyAgrees);
    }
}
