package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended: an answer or a refusal. Stored with the command id, so that a repeated command hears the same.
 *
 * @param answer  what the use case said, where it was not refused
 * @param refusal name of the broken rule
 * @param family  the family of codes that the rule stands in
 * @param kind    its kind
 * @param details for the message
 */
public record CommandOutcome(
        @Nullable String answer,
        @Nullable String refusal,
        @Nullable String family,
        RejectionCode.@Nullable Kind kind,
        Map<String, String> details) {

    private record Remembered(String name, Kind kind, String family) implements RejectionCode {}

    static CommandOutcome of(String answer) {
        return new CommandOutcome(answer, null, null, null, Map.of());
    }

    /** A refusal, to be kept. */
    public static CommandOutcome of(Rejection r) {
        return new CommandOutcome(
                null, r.code().name(), r.code().family(), r.code().kind(), r.details());
    }

    /** The answer. */
    public String orThrow() {
        if (answer != null) {
            return answer;
        }
        if (refusal == null || family == null || kind == null) {
            throw new IllegalStateException("neither answer nor refusal");
        }
        throw new Rejection(new Remembered(refusal, kind, family), details);
    }
}
