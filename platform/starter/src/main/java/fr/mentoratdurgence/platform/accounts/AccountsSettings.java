package fr.mentoratdurgence.platform.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach Keycloak's administration.
 *
 * @param realm              URL of the realm as servers reach it
 * @param clientId           service account
 * @param clientSecret       its secret
 * @param changeAtFirstLogin whether the password told on the telephone must be changed at the first login
 * @param timeout            for each call
 */
@ConfigurationProperties("accounts")
record AccountsSettings(
        String realm, String clientId, String clientSecret, boolean changeAtFirstLogin, Duration timeout) {

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "AccountsSettings[realm=" + realm + "]";
    }
}
