package fr.mentoratdurgence.followup.pairs;

import java.util.List;
import java.util.Map;

/** When pairs mean to meet next. The plan knows it; the pages of the pairs say it. */
public interface NextSession {

    /** The next session of each, in words and by pair; one that plans nothing is missing. */
    Map<String, String> of(List<PairRow> pairs);
}
