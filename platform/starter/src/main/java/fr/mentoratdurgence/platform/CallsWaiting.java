package fr.mentoratdurgence.platform;

import java.time.Instant;
import java.util.Map;

/**
 * How many people a service could not reach by letter, so that somebody of the team has to call them. Travels between the
 * facts and is none itself: a number that is true at an instant, of nobody in particular. The last one is all that counts.
 *
 * @param countedAt when it was counted
 * @param calls     people to call, by code of the département; one where nobody is to be called is left out
 */
public record CallsWaiting(Instant countedAt, Map<String, Integer> calls) {
    /** The name under which it travels. */
    public static final String TYPE = "platform.calls-waiting.v1";

    /** Counts them in a service. A bean of this type has them told to the others. */
    @FunctionalInterface
    public interface Counted {
        /** People to call, by code of the département. */
        Map<String, Integer> byDepartement();
    }
}
