package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.errors.RequestMark;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One line for each request: its id, where it was led and how it went. No address, which may be the secret of a letter's
 * link, no query, no person, no network address: the service's own line says the pattern of the address.
 */
@Component
@Order(-499)
class RequestLines implements WebFilter {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final int CLIENT_GONE = 499;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (WebServerApplicationContext.hasServerNamespace(exchange.getApplicationContext(), "management")) {
            return chain.filter(exchange); // probes and scrapes
        }
        long begun = System.nanoTime();
        return chain.filter(exchange)
                .doOnCancel(() -> said(exchange, CLIENT_GONE, begun))
                .doOnSuccess(_ -> said(exchange, status(exchange), begun))
                // what the failure becomes for who asked is known when it is answered
                .doOnError(_ -> exchange.getResponse()
                        .beforeCommit(() -> Mono.fromRunnable(() -> said(exchange, status(exchange), begun))));
    }

    private static int status(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? 200 : status.value();
    }

    private static void said(ServerWebExchange exchange, int status, long begun) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String led = route == null ? "-" : route.getId();
        String method = exchange.getRequest().getMethod().name();
        RequestMark.about(exchange, ACCESS.atInfo())
                .addKeyValue("method", method)
                .addKeyValue("route", led)
                .addKeyValue("status", status)
                .addKeyValue(
                        "millis", Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .log("{} {} {}", method, led, status);
    }
}
