package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.errors.RequestMark;
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
        RequestMark.begin(exchange, seed);
        String id = RequestMark.of(exchange);
        var response = exchange.getResponse();
        response.getHeaders().set(RequestMark.ANSWERED, id);
        // the service that answers says the same once more
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(RequestMark.ANSWERED, id)));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(RequestMark.ANSWERED);
                    headers.set(RequestMark.SEED, seed);
                }))
                .build());
    }
}
