package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.RoundRobinDnsAddressResolverGroup;
import java.time.Duration;
import java.util.function.UnaryOperator;
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
    HttpClientCustomizer askForAddressesAgain(GatewaySettings settings, UnaryOperator<DnsNameResolverBuilder> names) {
        return client -> client.resolver(resolver -> asked(resolver, settings.addressMemory(), names));
    }

    /** The name servers of the machine; a seam for tests. */
    @Bean
    UnaryOperator<DnsNameResolverBuilder> names() {
        return UnaryOperator.identity();
    }

    private static void asked(
            NameResolverProvider.NameResolverSpec resolver,
            Duration memory,
            UnaryOperator<DnsNameResolverBuilder> names) {
        resolver.cacheMaxTimeToLive(memory)
                .cacheNegativeTimeToLive(Duration.ZERO)
                .roundRobinSelection(true)
                .dnsAddressResolverGroupProvider(
                        builder -> new RoundRobinDnsAddressResolverGroup(names.apply(builder)));
    }
}
