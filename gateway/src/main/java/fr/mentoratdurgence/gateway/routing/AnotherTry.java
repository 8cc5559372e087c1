package fr.mentoratdurgence.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Asks once more where no answer came and none will: nobody took the connection, it broke, or another service sits at the
 * address (421, see the platform's {@code MeantForUs}). An instance may just have stopped or been killed, and another is
 * there. Only questions are asked twice: of an act nobody knows whether it was done, so that is told as unavailable.
 */
@Component
class AnotherTry implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        // around the filter that calls the service, inside the one that writes its answer
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> call = chain.filter(exchange).then(Mono.defer(() -> refuseStrangers(exchange)));
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return call;
        }
        return call.onErrorResume(AnotherTry::noAnswerComes, _ -> {
            forget(exchange);
            return call;
        });
    }

    private static Mono<Void> refuseStrangers(ServerWebExchange exchange) {
        return HttpStatus.MISDIRECTED_REQUEST.equals(exchange.getResponse().getStatusCode())
                ? Mono.error(new ConnectException("another service answers at this address"))
                : Mono.empty();
    }

    private static boolean noAnswerComes(Throwable failure) {
        return failure instanceof IOException; // not a time-out: who is slow would get twice the work
    }

    private static void forget(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
        ServerWebExchangeUtils.reset(exchange);
    }
}
