package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.nio.charset.StandardCharsets;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends an open event stream soon after its session: a service checks the token only when a stream opens.
 * One query every few seconds asks for all streams of this instance, and keeps no session alive.
 */
@Component
class StreamWatch implements GlobalFilter, Ordered {
    private static final String LAST_EVENT = "event: fin-session\ndata: \n\n";

    private final SealedSessions sessions;
    private final Map<String, Set<Sinks.Empty<Void>>> open = new ConcurrentHashMap<>();

    StreamWatch(SealedSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return chain.filter(exchange);
        }
        return exchange.getSession()
                .flatMap(session ->
                        session.isStarted() ? watched(session.getId(), exchange, chain) : chain.filter(exchange));
    }

    private Mono<Void> watched(String session, ServerWebExchange exchange, GatewayFilterChain chain) {
        Sinks.Empty<Void> end = Sinks.empty();
        open.computeIfAbsent(session, _ -> ConcurrentHashMap.newKeySet()).add(end);
        var response = new EndedResponse(exchange.getResponse(), end.asMono());
        return chain.filter(exchange.mutate().response(response).build())
                .doFinally(_ -> open.computeIfPresent(session, (_, ends) -> {
                    ends.remove(end);
                    return ends.isEmpty() ? null : ends;
                }));
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

    private static final class EndedResponse extends ServerHttpResponseDecorator {
        private final Mono<Void> end;

        EndedResponse(ServerHttpResponse response, Mono<Void> end) {
            super(response);
            this.end = end;
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            // without a last event the page would open the stream again and again
            Mono<Publisher<DataBuffer>> last = Mono.fromSupplier(
                    () -> Mono.just(bufferFactory().wrap(LAST_EVENT.getBytes(StandardCharsets.UTF_8))));
            return super.writeAndFlushWith(Flux.<Publisher<? extends DataBuffer>>from(body)
                    .takeUntilOther(end.materialize())
                    .concatWith(last));
        }
    }
}
