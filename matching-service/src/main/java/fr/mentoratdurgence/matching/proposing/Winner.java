package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.OperationDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Who was first, for the one who was not. */
final class Winner {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(OperationDay.ZONE);

    private Winner() {}

    /** Details of a refusal: account, instant, and the same instant as people in France read it. */
    static Map<String, String> details(String by, Instant at) {
        return Map.of("by", by, "at", at.toString(), "atLocal", LOCAL.format(at));
    }
}
