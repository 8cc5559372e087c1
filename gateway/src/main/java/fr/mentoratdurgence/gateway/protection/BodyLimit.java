package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Refused;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that is too large: at once when its length is declared, else as soon as it shows; and one that is
 * dripped in, so that nobody holds a connection to a service for minutes.
 */
@Component
@Order(Passage.BODY)
class BodyLimit implements WebFilter {
    private static final Pattern IMPORT = Pattern.compile("/api/[^/]+/v1/(.+/)?import");

    private final ErrorPages pages;
    private final GatewaySettings.Limits limits;

    BodyLimit(ErrorPages pages, GatewaySettings settings) {
        this.pages = pages;
        this.limits = settings.limits();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        boolean isImport = IMPORT.matcher(request.getPath().value()).matches();
        long most = (isImport ? limits.importBody() : limits.body()).toBytes();
        long declared = request.getHeaders().getContentLength();
        if (declared > most) {
            return pages.write(exchange, Trouble.TOO_LARGE);
        }
        if (declared <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        Duration within = isImport ? limits.wholeRequest() : limits.formWithin();
        return chain.filter(exchange.mutate()
                .request(new CountedRequest(request, most, within))
                .build());
    }

    private static final class CountedRequest extends ServerHttpRequestDecorator {
        private final long most;
        private final Duration within;
        private final AtomicLong seen = new AtomicLong();

        CountedRequest(ServerHttpRequest request, long most, Duration within) {
            super(request);
            this.most = most;
            this.within = within;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            Mono<Void> tooLate = Mono.delay(within).then(Mono.error(() -> new Refused(Trouble.TOO_SLOW)));
            return super.getBody().takeUntilOther(tooLate).doOnNext(part -> {
                if (seen.addAndGet(part.readableByteCount()) > most) {
                    DataBufferUtils.release(part);
                    throw new Refused(Trouble.TOO_LARGE);
                }
            });
        }
    }
}
