package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the services are, asked again every few seconds whatever the name server allows: after a redeploy an address may
 * belong to another service. Instances take turns.
 */
@Configuration(proxyBeanMethods = false)
class Addresses {

    @Bean
    HttpClientCustomizer askForAddressesAgain(GatewaySettings settings) {
        return client -> client.resolver(resolver -> {
            resolver.cacheMaxTimeToLive(settings.addressMemory()).cacheNegativeTimeToLive(Duration.ZERO);
            resolver.dnsAddressResolverGroupProvider(
                    builder -> new Instances(askedOf(settings, builder), settings.services()));
        });
    }

    /** Who is asked for addresses. */
    static DnsNameResolverBuilder askedOf(GatewaySettings settings, DnsNameResolverBuilder names) {
        return settings.nameServer().isEmpty()
                ? names
                : names.nameServerProvider(only(URI.create("dns://" + settings.nameServer())));
    }

    private static SingletonDnsServerAddressStreamProvider only(URI server) {
        return new SingletonDnsServerAddressStreamProvider(new InetSocketAddress(server.getHost(), server.getPort()));
    }
}
