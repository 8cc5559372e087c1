package fr.mentoratdurgence.platform.web;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What every service may answer beyond the refusals of its rules. The gateway's own have the same names where they mean
 * the same, so that a program reads one list of codes wherever the answer was written.
 */
public enum ProblemCode {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    /** A body that is no JSON at all. */
    UNREADABLE(HttpStatus.BAD_REQUEST),
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** With {@code errors}: each field and what is wrong with it. */
    INVALID_INPUT(HttpStatus.UNPROCESSABLE_CONTENT),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    /** What is asked for is known to a newer version of the service alone, which works beside this one. */
    NEWER_VERSION(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    /** The status it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** Where a code is explained, such as {@code /problemes/login-needed}: the {@code type} of RFC 9457. */
    public static URI page(String code) {
        return URI.create("/problemes/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What a status says where nothing else is known. */
    static ProblemCode of(HttpStatusCode status) {
        return Stream.of(values())
                .filter(code -> code.status.value() == status.value())
                .findFirst()
                .orElse(status.is5xxServerError() ? UNEXPECTED : BAD_REQUEST);
    }
}
