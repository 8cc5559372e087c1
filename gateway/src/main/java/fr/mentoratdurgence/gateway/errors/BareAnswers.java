package fr.mentoratdurgence.gateway.errors;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A service may refuse a page with an empty body or with JSON. A person gets a page instead; programs
 * get the service's own answer.
 */
@Component
class BareAnswers implements GlobalFilter, Ordered {
    private static final Set<Integer> WITH_A_PAGE = Set.of(401, 403, 404, 429, 500, 502, 503, 504);

    @Override
    public int getOrder() {
        // inside the filter that writes the answer, which also gives the connection back on an error
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> {
            var response = exchange.getResponse();
            HttpStatusCode status = response.getStatusCode();
            if (status == null
                    || !WITH_A_PAGE.contains(status.value())
                    || !Visitors.readsPages(exchange.getRequest())
                    || isPage(response.getHeaders().getContentType())) {
                return Mono.empty();
            }
            return Mono.error(new ResponseStatusException(status));
        }));
    }

    private static boolean isPage(@Nullable MediaType type) {
        return type != null && MediaType.TEXT_HTML.isCompatibleWith(type);
    }
}
