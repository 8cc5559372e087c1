package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Anybody may call the address of the back channel: a refusal there tells nothing of what Java thinks of the token. */
@Component
@Order(BackChannelAnswers.BEFORE_SPRING_SECURITY)
class BackChannelAnswers implements WebFilter {
    static final int BEFORE_SPRING_SECURITY = -103;

    private final ErrorPages errors;

    BackChannelAnswers(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/logout/connect/back-channel/")) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .response(new ServerHttpResponseDecorator(exchange.getResponse()) {
                    @Override
                    public Mono<Void> writeWith(Publisher<? extends DataBuffer> words) {
                        return Flux.from(words)
                                .doOnNext(DataBufferUtils::release)
                                .then(Mono.defer(() -> errors.write(exchange, Trouble.BAD_REQUEST)));
                    }
                })
                .build());
    }
}
