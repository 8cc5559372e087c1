package fr.mentoratdurgence.local.journey;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How the journey ended.
 *
 * @param bilan the answer of reporting-service at the end
 * @param differences one sentence for every figure that is not what was put in; none is what we want
 */
public record JourneyResult(JsonNode bilan, List<String> differences) {
    /** Whether the bilan says what was put in. */
    public boolean wentThrough() {
        return differences.isEmpty();
    }
}
