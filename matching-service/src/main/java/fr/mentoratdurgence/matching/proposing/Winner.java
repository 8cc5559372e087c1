package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.FrenchTime;
import java.time.Instant;
import java.util.Map;

/** Who was first, for the one who was not. */
final class Winner {
    private Winner() {}

    /** Details of a refusal: account, instant, and the same instant as people in France read it. */
    static Map<String, String> details(String by, Instant at) {
        return Map.of("by", by, "at", at.toString(), "atLocal", new FrenchTime().instant(at));
    }
}
