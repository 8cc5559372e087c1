package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.errors.Correlation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Draws what the id of a request is made of. It is always a fresh one: what comes from outside could name a person, in
 * whatever shape, or forge lines in a log.
 */
@Component
@Order(-500)
class CorrelationId implements WebFilter {
    private final IdGenerator ids;

    CorrelationId(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String seed = ids.generateId().toString();
        Correlation.begin(exchange, seed);
        String id = Correlation.of(exchange);
        var response = exchange.getResponse();
        response.getHeaders().set(Correlation.ANSWERED, id);
        // the service that answers says the same once more
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(Correlation.ANSWERED, id)));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(Correlation.ANSWERED);
                    headers.set(Correlation.SEED, seed);
                }))
                .build());
    }
}
