package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Where a visitor really comes from when proxies stand before the gateway: {@code X-Forwarded-For} is read from its end,
 * where the nearest proxy wrote, and only for as long as the one who wrote is trusted. What a visitor claims counts for
 * nothing.
 */
@Component
@Order(Passage.VISITOR)
class TrustedProxies implements WebFilter {
    private final List<IpSubnetFilterRule> trusted;

    TrustedProxies(GatewaySettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(TrustedProxies::network).toList();
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            int whole = parts[0].contains(":") ? 128 : 32;
            int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : whole;
            return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TRUSTED_PROXIES are networks such as 10.0.0.0/8, not " + text, e);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        if (trusted.isEmpty() || peer == null || !isTrusted(peer)) {
            return chain.filter(exchange);
        }
        InetSocketAddress visitor = visitor(exchange.getRequest(), peer);
        return chain.filter(exchange.mutate()
                .request(request -> request.remoteAddress(visitor))
                .build());
    }

    private InetSocketAddress visitor(ServerHttpRequest request, InetSocketAddress peer) {
        List<String> said = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .toList();
        InetSocketAddress visitor = peer;
        for (String one : said.reversed()) {
            InetAddress address = address(one);
            if (address == null) {
                break; // what cannot be read proves nothing about what stands before it
            }
            visitor = new InetSocketAddress(address, 0);
            if (!isTrusted(visitor)) {
                break;
            }
        }
        return visitor;
    }

    /** Numbers only, never a name that would have to be asked for; some proxies write the port too. */
    private static @Nullable InetAddress address(String text) {
        String bare = text.replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1");
        if (bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.replaceFirst(":[0-9]+$", "");
        }
        return NetUtil.createInetAddressFromIpAddressString(bare);
    }

    private boolean isTrusted(InetSocketAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }
}
