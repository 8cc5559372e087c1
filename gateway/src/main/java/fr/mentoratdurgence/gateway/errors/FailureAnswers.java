package fr.mentoratdurgence.gateway.errors;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Turns a failure of the gateway, of Keycloak or of the way to a service into an answer that helps. */
@Component
@Order(-2)
class FailureAnswers implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);
    private static final int DEEPEST_CAUSE = 20;

    private final ErrorPages pages;

    FailureAnswers(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (EndedLogins.isOne(failure)) {
            return exchange.getSession().flatMap(WebSession::invalidate).then(Mono.defer(() -> askAgain(exchange)));
        }
        Trouble trouble = causes(failure)
                .map(FailureAnswers::trouble)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Trouble.UNEXPECTED);
        if (trouble == Trouble.UNAVAILABLE) {
            RequestMark.about(exchange, LOG.atWarn())
                    .log("no answer on route {}: {}", route(exchange), failure.toString());
        } else if (trouble == Trouble.UNEXPECTED && !(failure instanceof ResponseStatusException)) {
            RequestMark.about(exchange, LOG.atError())
                    .setCause(failure)
                    .log("unexpected failure on route {}", route(exchange));
        }
        return pages.write(exchange, trouble);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    private static Optional<Trouble> trouble(Throwable cause) {
        return switch (cause) {
            case Refused refused -> Optional.of(refused.trouble());
            case ResponseStatusException answer -> Optional.of(byStatus(answer.getStatusCode()));
            case ReadTimeoutException _ -> Optional.of(Trouble.TOO_SLOW);
            // the class is package-private in Reactor Netty
            case Throwable slow
            when slow.getClass().getSimpleName().equals("RequestTimeoutException") -> Optional.of(Trouble.TOO_SLOW);
            // IOException: refused and broken connections, unknown hosts; DataAccessException: no sessions
            case IOException _, TimeoutException _, DataAccessException _ -> Optional.of(Trouble.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private static Trouble byStatus(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case UNAUTHORIZED -> Trouble.LOGIN_NEEDED;
            case FORBIDDEN -> Trouble.FORBIDDEN;
            case NOT_FOUND -> Trouble.NOT_FOUND;
            case CONTENT_TOO_LARGE -> Trouble.TOO_LARGE;
            case TOO_MANY_REQUESTS -> Trouble.TOO_MANY;
            case INTERNAL_SERVER_ERROR -> Trouble.UNEXPECTED;
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> Trouble.UNAVAILABLE;
            case null, default -> Trouble.BAD_REQUEST;
        };
    }

    private Mono<Void> askAgain(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod()) || !Visitors.readsPages(request)) {
            return pages.write(exchange, Trouble.LOGIN_NEEDED);
        }
        String query = request.getURI().getRawQuery();
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse()
                .getHeaders()
                .setLocation(URI.create(request.getURI().getRawPath() + (query == null ? "" : "?" + query)));
        return exchange.getResponse().setComplete();
    }

    private static String route(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null ? "none" : route.getId();
    }
}
