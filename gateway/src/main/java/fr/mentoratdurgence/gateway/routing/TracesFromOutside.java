package fr.mentoratdurgence.gateway.routing;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A trace begins here. What a visitor brings as the place in one is dropped before anybody reads it: it would choose what is
 * recorded, and what is put beside it could be anything.
 */
@Configuration(proxyBeanMethods = false)
class TracesFromOutside {
    private static final List<String> OF_A_TRACE = List.of("traceparent", "tracestate", "baggage");

    @Bean
    HttpHandlerDecoratorFactory noTraceFromOutside() {
        return inside -> (request, response) -> inside.handle(without(request), response);
    }

    private static ServerHttpRequest without(ServerHttpRequest request) {
        return OF_A_TRACE.stream().noneMatch(request.getHeaders()::containsHeader)
                ? request
                : request.mutate()
                        .headers(headers -> OF_A_TRACE.forEach(headers::remove))
                        .build();
    }
}
