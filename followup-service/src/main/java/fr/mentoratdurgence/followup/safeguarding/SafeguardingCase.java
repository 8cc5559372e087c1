package fr.mentoratdurgence.followup.safeguarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A worry, as its rules remember it. Stream {@code concern-<uuid>}. */
sealed interface SafeguardingCase {

    /** Nobody has raised it. */
    record Unraised() implements SafeguardingCase {}

    /**
     * It waits, or somebody works on it.
     *
     * @param takenBy    pseudonymous account; nothing = nobody yet
     * @param level      how often it has escalated since the clock began to run
     * @param answerBy   when it escalates next where nobody takes it
     * @param protection whether the mentor is held because of it
     * @param text       whether what was typed is still kept
     */
    record Open(
            Concerned about, @Nullable String takenBy, int level, Instant answerBy, boolean protection, boolean text)
            implements SafeguardingCase {

        Open taken(String by) {
            return new Open(about, by, level, answerBy, protection, text);
        }

        Open escalated(int to, Instant next) {
            return new Open(about, takenBy, to, next, protection, text);
        }

        Open protecting() {
            return new Open(about, takenBy, level, answerBy, true, text);
        }

        Open withoutText() {
            return new Open(about, takenBy, level, answerBy, protection, false);
        }
    }

    /** It is settled, and may be opened again. */
    record Closed(Open before) implements SafeguardingCase {}
}
