package fr.mentoratdurgence.gateway.protection;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A browser may not bring a token of its own. This is no route filter: those are merged by their place
 * in each list, and one that removes the header could run after the token relay.
 */
@Component
@Order(Passage.FOREIGN_TOKEN)
class ForeignTokens implements WebFilter {
    private final Programs programs;

    ForeignTokens(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION) || programs.bringsToken(request)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(r -> r.headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION)))
                .build());
    }
}
