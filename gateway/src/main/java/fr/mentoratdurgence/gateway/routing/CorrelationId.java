package fr.mentoratdurgence.gateway.routing;

import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One id follows a request through all services, into the events and back to the person who asks why. */
@Component
@Order(-500)
class CorrelationId implements WebFilter {
    static final String HEADER = "X-Correlation-Id";

    /** It is kept for ever beside the events: anything else could name a person, or forge lines in a log. */
    private static final Pattern HARMLESS = Pattern.compile("([a-z]{1,20}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final IdGenerator ids;

    CorrelationId(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String given = exchange.getRequest().getHeaders().getFirst(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : ids.generateId().toString();
        var response = exchange.getResponse();
        response.getHeaders().set(HEADER, id);
        // a service may answer with the header too: it must not appear twice
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(HEADER, id)));
        return chain.filter(exchange.mutate().request(r -> r.header(HEADER, id)).build());
    }
}
