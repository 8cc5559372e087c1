package fr.mentoratdurgence.gateway.routing;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers HEAD as GET without its body, which the server leaves out: link checkers and previews ask so, and whoever may
 * read a page may ask whether it is there.
 */
@Component
@Order(-490)
class HeadAsGet implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod())
                ? chain.filter(
                        exchange.mutate().request(r -> r.method(HttpMethod.GET)).build())
                : chain.filter(exchange);
    }
}
