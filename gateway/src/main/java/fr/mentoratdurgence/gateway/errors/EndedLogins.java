package fr.mentoratdurgence.gateway.errors;

import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Recognises that Keycloak no longer knows a login, so that neither do we. */
public final class EndedLogins {
    private static final int DEEPEST_CAUSE = 20;

    private EndedLogins() {}

    /** Whether that is why a request failed. */
    public static boolean isOne(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof OAuth2AuthorizationException refusal
                        && OAuth2ErrorCodes.INVALID_GRANT.equals(
                                refusal.getError().getErrorCode()));
    }
}
