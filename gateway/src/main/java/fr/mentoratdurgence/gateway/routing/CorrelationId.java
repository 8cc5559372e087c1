package fr.mentoratdurgence.gateway.routing;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One id follows a request through all services and back to the person who asks why. It is always a fresh one: what comes
 * from outside could name a person, in whatever shape, or forge lines in a log.
 */
@Component
@Order(-500)
class CorrelationId implements WebFilter {
    static final String HEADER = "X-Correlation-Id";

    private final IdGenerator ids;

    CorrelationId(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = ids.generateId().toString();
        var response = exchange.getResponse();
        response.getHeaders().set(HEADER, id);
        // where a service recorded something, its own id stands beside the events: that one then, and only once
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            List<String> both = response.getHeaders().getOrDefault(HEADER, List.of(id));
            response.getHeaders().set(HEADER, both.getLast());
        }));
        return chain.filter(exchange.mutate().request(r -> r.header(HEADER, id)).build());
    }
}
