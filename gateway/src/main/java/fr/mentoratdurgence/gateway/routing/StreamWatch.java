package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.Refused;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.protection.Programs;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Watches open event streams: ends one soon after its session, since a service checks the token only when a stream opens,
 * and lets one account open so many and no more. One query every few seconds asks for all streams of this instance, and
 * keeps no session alive.
 */
@Component
class StreamWatch implements GlobalFilter, Ordered {
    private static final String LAST_EVENT = "event: fin-session\ndata: \n\n";

    private final SealedSessions sessions;
    private final Programs programs;
    private final int most;
    private final Map<String, Set<Sinks.Empty<Void>>> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> streamsOf = new ConcurrentHashMap<>();

    StreamWatch(SealedSessions sessions, Programs programs, GatewaySettings settings) {
        this.sessions = sessions;
        this.programs = programs;
        this.most = settings.limits().streams();
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(
                exchange.mutate().response(new WatchedResponse(exchange)).build());
    }

    private Mono<String> asker(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .switchIfEmpty(Mono.fromSupplier(() -> programs.asker(exchange.getRequest())));
    }

    /** Whether one more was within the limit, and is counted. */
    private boolean enters(String asker) {
        return streamsOf.merge(asker, 1, Integer::sum) <= most;
    }

    private void leaves(String asker) {
        streamsOf.computeIfPresent(asker, (_, streams) -> streams > 1 ? streams - 1 : null);
    }

    private Sinks.Empty<Void> watch(WebSession session) {
        Sinks.Empty<Void> end = Sinks.empty();
        if (session.isStarted()) {
            open.computeIfAbsent(session.getId(), _ -> ConcurrentHashMap.newKeySet())
                    .add(end);
        }
        return end;
    }

    private void forget(WebSession session, Sinks.Empty<Void> end) {
        open.computeIfPresent(session.getId(), (_, ends) -> {
            ends.remove(end);
            return ends.isEmpty() ? null : ends;
        });
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void endStreamsOfEndedSessions() {
        if (open.isEmpty()) {
            return;
        }
        Set<String> alive = sessions.alive(List.copyOf(open.keySet()));
        open.forEach((session, ends) -> {
            if (!alive.contains(session)) {
                ends.forEach(Sinks.Empty::tryEmitEmpty);
            }
        });
    }

    /** Only what is a stream is written by {@code writeAndFlushWith}. */
    private final class WatchedResponse extends ServerHttpResponseDecorator {
        private final ServerWebExchange exchange;

        WatchedResponse(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return asker(exchange)
                    .flatMap(asker -> enters(asker)
                            ? exchange.getSession()
                                    .flatMap(session -> write(body, session))
                                    .doFinally(_ -> leaves(asker))
                            : Mono.<Void>error(new Refused(Trouble.TOO_MANY_STREAMS))
                                    .doFinally(_ -> leaves(asker)));
        }

        private Mono<Void> write(Publisher<? extends Publisher<? extends DataBuffer>> body, WebSession session) {
            Sinks.Empty<Void> end = watch(session);
            // without a last event the page would open the stream again and again
            Mono<Publisher<DataBuffer>> last = Mono.fromSupplier(
                    () -> Mono.just(bufferFactory().wrap(LAST_EVENT.getBytes(StandardCharsets.UTF_8))));
            return super.writeAndFlushWith(Flux.<Publisher<? extends DataBuffer>>from(body)
                            .takeUntilOther(end.asMono().materialize())
                            .concatWith(last))
                    .doFinally(_ -> forget(session, end));
        }
    }
}
