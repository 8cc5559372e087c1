package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.Refused;
import fr.mentoratdurgence.gateway.errors.Trouble;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who came by a link whose half hour is over is told so, and is not asked for a login that they have not. */
@Component
class EndedLinks implements GlobalFilter, Ordered {
    private final GatewaySettings settings;

    EndedLinks(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        // inside the filter that writes the answer, which also gives the connection back on an error
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        boolean byLink = request.getHeaders().containsHeader(LinkSessions.HEADER)
                && !request.getCookies().containsKey(settings.sessionCookie());
        return chain.filter(exchange)
                .then(Mono.defer(() -> byLink
                                && HttpStatus.UNAUTHORIZED.equals(
                                        exchange.getResponse().getStatusCode())
                        ? Mono.error(new Refused(Trouble.LINK_ENDED))
                        : Mono.empty()));
    }
}
