package fr.mentoratdurgence.gateway.errors;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Everything that the gateway itself may refuse or fail. The words are in {@code messages/gateway.properties}. */
public enum Trouble {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    LOGIN_FAILED(HttpStatus.BAD_REQUEST),
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED),
    LINK_ENDED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    FOREIGN_PAGE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS),
    FORM_TOO_LONG_TO_KEEP(HttpStatus.UNAUTHORIZED),
    LOGOUT_HALF_DONE(HttpStatus.SERVICE_UNAVAILABLE),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    LOGIN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private static final Duration SHORT_BREAK = Duration.ofSeconds(10);

    private final HttpStatus status;

    Trouble(HttpStatus status) {
        this.status = status;
    }

    /** The status it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** Where it is explained: the {@code type} of RFC 9457. */
    String page() {
        return "/problemes/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** After how long it makes sense to try again; zero = nothing to say about it. */
    Duration retryAfter() {
        return status == HttpStatus.SERVICE_UNAVAILABLE ? SHORT_BREAK : Duration.ZERO;
    }

    boolean aboutLogin() {
        return this == LOGIN_FAILED || this == LOGIN_NEEDED || this == LOGIN_UNAVAILABLE;
    }
}
