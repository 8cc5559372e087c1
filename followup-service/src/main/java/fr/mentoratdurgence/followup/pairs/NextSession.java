package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** When pairs mean to meet next. The plan knows it; the pages of the pairs say it. */
public interface NextSession {

    /** The next session of each, in words and by pair; one that plans nothing is missing. */
    Map<String, String> of(List<PairRow> pairs);

    /** The next session of each that is not after this day, the first hour first. */
    List<Planned> planned(List<PairRow> pairs, LocalDate until);

    /**
     * A session that is to come.
     *
     * @param startMinute minutes from midnight, by the clock of the structure
     */
    record Planned(PairRow pair, LocalDate on, int startMinute, int minutes) {}
}
