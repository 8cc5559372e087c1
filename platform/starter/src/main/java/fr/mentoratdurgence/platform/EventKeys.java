package fr.mentoratdurgence.platform;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that sign what the services tell each other, as the environment gives them. They are in no log: the text of
 * this record does not show them.
 *
 * @param eventKeys {@code id:<base64 of 32 bytes>}, separated by commas; the first one signs, all of them are believed
 */
@ConfigurationProperties("mentorat")
public record EventKeys(String eventKeys) {

    /** Refuses a service without keys: it would believe nobody, and nobody it. */
    public EventKeys {
        Objects.requireNonNull(eventKeys, "mentorat.event-keys");
    }

    @Override
    public String toString() {
        return "EventKeys[…]";
    }
}
