package fr.mentoratdurgence.platform;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that seal personal data, as the environment gives them. They are in no log: the text of this record does not
 * show them.
 *
 * @param personalDataKeys {@code id:<base64 of 32 bytes>}, separated by commas; the first one seals, all of them open
 */
@ConfigurationProperties("mentorat")
public record SealingKeys(String personalDataKeys) {

    /** Refuses a service without keys. */
    public SealingKeys {
        Objects.requireNonNull(personalDataKeys, "mentorat.personal-data-keys");
    }

    @Override
    public String toString() {
        return "SealingKeys[…]";
    }
}
