package fr.mentoratdurgence.local.journey;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How the journey ended.
 *
 * @param bilan the answer of reporting-service at the end
 * @param playedNow whether it was this run that played it
 * @param differences one sentence for every figure that is not what was put in; none is what we want
 * @param logins what the mentors of the journey log in with, by their address: names are drawn
 */
public record JourneyResult(JsonNode bilan, boolean playedNow, List<String> differences, Map<String, String> logins) {
    /** The journey was played in an earlier run; this is the bilan of now. */
    public static JourneyResult earlier(JsonNode bilan, Map<String, String> logins) {
        return new JourneyResult(bilan, false, List.of(), logins);
    }

    /** Whether the bilan says what was put in. */
    public boolean wentThrough() {
        return differences.isEmpty();
    }
}
