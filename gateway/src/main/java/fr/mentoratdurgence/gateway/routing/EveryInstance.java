package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;

/**
 * Each address at which an instance of a service may be: those that are listed, and all that a listed name leads to. For
 * who looks at them one by one; whoever only wants an answer takes the next one in turn.
 */
@Component
public final class EveryInstance implements DisposableBean {
    private final Map<String, List<URI>> services;
    private final DnsAddressResolverGroup names;

    EveryInstance(GatewaySettings settings) {
        this.services = settings.services();
        var resolver = new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .ttl(0, Math.toIntExact(settings.addressMemory().toSeconds()))
                .negativeTtl(0);
        this.names = new DnsAddressResolverGroup(Addresses.askedOf(settings, resolver));
    }

    /** Of this service, in the order of the settings; a name that leads nowhere stands for itself. */
    public Flux<URI> of(String service) {
        return Flux.fromIterable(services.getOrDefault(service, List.of())).concatMap(this::leadsTo);
    }

    private Flux<URI> leadsTo(URI listed) {
        return Mono.<List<InetSocketAddress>>create(sink -> names.getResolver(
                                HttpResources.get().onClient(false).next())
                        .resolveAll(InetSocketAddress.createUnresolved(listed.getHost(), listed.getPort()))
                        .addListener((Future<List<InetSocketAddress>> found) -> {
                            if (found.isSuccess()) {
                                sink.success(found.getNow());
                            } else {
                                sink.error(found.cause());
                            }
                        }))
                .flatMapIterable(found -> found)
                .map(found -> {
                    String host = found.getAddress().getHostAddress();
                    return URI.create(
                            "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + found.getPort());
                })
                .distinct()
                .onErrorResume(_ -> Flux.just(listed));
    }

    @Override
    public void destroy() {
        names.close();
    }
}
