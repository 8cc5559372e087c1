package fr.mentoratdurgence.matching.engine;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line, ready to be compared with thousands of mentors. Sets of codes are bit masks.
 *
 * @param excluded mentors who were declined or interrupted
 * @param weight   what a seat counts for coverage: 1 or more
 */
record Asked(
        WaitingLine line,
        String key,
        int levels,
        int subjects,
        int supports,
        int channels,
        @Nullable String language,
        boolean forMinorMentors,
        boolean familyLink,
        SlotSet slots,
        Set<String> excluded,
        long weight) {
    static final Comparator<Asked> HEAVIEST_FIRST = (a, b) -> Long.compare(b.weight, a.weight);

    /** The same line with another number of seats: nothing that is compared depends on it. */
    Asked withSeats(WaitingLine after) {
        return new Asked(
                after,
                key,
                levels,
                subjects,
                supports,
                channels,
                language,
                forMinorMentors,
                familyLink,
                slots,
                excluded,
                weight);
    }
}
