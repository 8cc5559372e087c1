package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import io.netty.resolver.dns.RoundRobinDnsAddressResolverGroup;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.transport.NameResolverProvider;

/**
 * Where the services are, asked again every few seconds whatever the name server allows: after a redeploy an address may
 * belong to another service. Instances of one name take turns.
 */
@Configuration(proxyBeanMethods = false)
class Addresses {

    @Bean
    HttpClientCustomizer askForAddressesAgain(GatewaySettings settings) {
        return client -> client.resolver(resolver -> {
            resolver.cacheMaxTimeToLive(settings.addressMemory())
                    .cacheNegativeTimeToLive(Duration.ZERO)
                    .roundRobinSelection(true);
            if (!settings.nameServer().isEmpty()) {
                askThere(resolver, URI.create("dns://" + settings.nameServer()));
            }
        });
    }

    private static void askThere(NameResolverProvider.NameResolverSpec resolver, URI server) {
        var names =
                new SingletonDnsServerAddressStreamProvider(new InetSocketAddress(server.getHost(), server.getPort()));
        resolver.dnsAddressResolverGroupProvider(
                builder -> new RoundRobinDnsAddressResolverGroup(builder.nameServerProvider(names)));
    }
}
