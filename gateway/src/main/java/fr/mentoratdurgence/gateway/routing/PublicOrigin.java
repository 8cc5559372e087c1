package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.net.URI;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What services believe about the public address, in their redirects for instance: it is fixed by the
 * installation and never taken from the visitor.
 */
@Component
public final class PublicOrigin implements HttpHeadersFilter, Ordered {
    /** Which service is meant: one that has come to sit at its address refuses. Routes are named after their service. */
    public static final String MEANT_FOR = "X-Meant-For";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI origin;
    private final int port;

    PublicOrigin(GatewaySettings settings) {
        this.origin = settings.publicOrigin();
        int usual = settings.secure() ? HTTPS : HTTP;
        this.port = origin.getPort() > 0 ? origin.getPort() : usual;
    }

    @Override
    public int getOrder() {
        // after the stock filters of the gateway
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!claimsOrigin(name) && !name.equalsIgnoreCase(MEANT_FOR)) {
                headers.addAll(name, values);
            }
        });
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route != null) {
            headers.set(MEANT_FOR, route.getId().replaceFirst("-.*", ""));
        }
        headers.set("X-Forwarded-Proto", origin.getScheme());
        headers.set("X-Forwarded-Host", origin.getAuthority());
        headers.set("X-Forwarded-Port", String.valueOf(port));
        var remote = exchange.getRequest().getRemoteAddress();
        if (remote != null && remote.getAddress() != null) {
            headers.set("X-Forwarded-For", remote.getAddress().getHostAddress());
        }
        return headers;
    }

    private static boolean claimsOrigin(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("forwarded") || name.startsWith("x-forwarded-");
    }
}
