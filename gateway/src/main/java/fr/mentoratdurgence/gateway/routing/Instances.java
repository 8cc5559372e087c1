package fr.mentoratdurgence.gateway.routing;

import io.netty.channel.EventLoop;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.NameResolver;
import io.netty.resolver.RoundRobinInetAddressResolver;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the instances of a service are: those that the settings list, each by its address or by a name that may itself
 * lead to several. Each new connection begins with the next one and goes on along the list while nobody takes it, so that
 * an instance that is gone is passed over at once and one that is back has its turn again.
 */
final class Instances extends DnsAddressResolverGroup {
    private final Map<String, List<URI>> services;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param services by the name that routes know a service by */
    Instances(DnsNameResolverBuilder names, Map<String, List<URI>> services) {
        super(names);
        this.services = services;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newAddressResolver(
            EventLoop eventLoop, NameResolver<InetAddress> names) {
        var byName = new RoundRobinInetAddressResolver(eventLoop, names).asAddressResolver();
        return new AbstractAddressResolver<>(eventLoop, InetSocketAddress.class) {
            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return !address.isUnresolved();
            }

            @Override
            protected void doResolve(InetSocketAddress service, Promise<InetSocketAddress> promise) {
                var _ = resolveAll(service).addListener((Future<List<InetSocketAddress>> all) -> {
                    if (all.isSuccess()) {
                        promise.trySuccess(all.getNow().getFirst());
                    } else {
                        promise.tryFailure(all.cause());
                    }
                });
            }

            @Override
            protected void doResolveAll(InetSocketAddress service, Promise<List<InetSocketAddress>> promise) {
                List<URI> listed = services.get(service.getHostString());
                if (listed == null) {
                    var _ = byName.resolveAll(service, promise);
                } else {
                    ask(inTurn(listed).iterator(), new ArrayList<>(), service, promise);
                }
            }

            // one after the other; a name that leads nowhere just now hides no other instance
            private void ask(
                    Iterator<URI> left,
                    List<InetSocketAddress> found,
                    InetSocketAddress service,
                    Promise<List<InetSocketAddress>> promise) {
                if (!left.hasNext()) {
                    if (found.isEmpty()) {
                        promise.tryFailure(new UnknownHostException(service.getHostString()));
                    } else {
                        promise.trySuccess(found);
                    }
                    return;
                }
                URI one = left.next();
                var _ = byName.resolveAll(InetSocketAddress.createUnresolved(one.getHost(), one.getPort()))
                        .addListener((Future<List<InetSocketAddress>> addresses) -> {
                            if (addresses.isSuccess()) {
                                found.addAll(addresses.getNow());
                            }
                            ask(left, found, service, promise);
                        });
            }

            @Override
            public void close() {
                byName.close();
            }
        };
    }

    private List<URI> inTurn(List<URI> listed) {
        var all = new ArrayList<>(listed);
        Collections.rotate(all, turn.getAndIncrement());
        return all;
    }
}
