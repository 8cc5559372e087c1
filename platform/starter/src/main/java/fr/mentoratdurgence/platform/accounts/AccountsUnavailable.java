package fr.mentoratdurgence.platform.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Keycloak does not answer, now: nothing was changed here, the same act may be tried again. */
public final class AccountsUnavailable extends ErrorResponseException {

    AccountsUnavailable(Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, cause);
    }
}
