package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.errors.Visitors;
import fr.mentoratdurgence.sealing.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How much may be sent without a login: by one network address, and of the same content from anywhere, since whoever has
 * many addresses seldom has as many stories. A form that has to wait comes back as a page that holds what was typed.
 */
@Component
@Order(Passage.PUBLIC_FORM)
class PublicForms implements WebFilter {
    /** Longer than any form of ours. */
    private static final int LONGEST = 256 * 1024;
    /** Two people may well tick the same boxes; they do not write the same about themselves. */
    private static final int TELLING = 120;

    private final Programs programs;
    private final ErrorPages pages;
    private final OwnPages own;
    private final SharedLimits shared;
    private final Meter byAddress;
    private final Meter byContent;

    PublicForms(Programs programs, ErrorPages pages, OwnPages own, SharedLimits shared, GatewaySettings settings) {
        this.programs = programs;
        this.pages = pages;
        this.own = own;
        this.shared = shared;
        this.byAddress =
                shared.watch(Meter.withoutBursts("forms", settings.limits().formsPerMinute()));
        this.byContent =
                shared.watch(Meter.shared("same-form", settings.limits().sameFormPerMinute()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        // links of letters have a limit of their own
        if (!HttpMethod.POST.equals(request.getMethod())
                || path.startsWith("/lien/")
                || programs.bringsToken(request)) {
            return chain.filter(exchange);
        }
        // asked rather than seen: anybody can send a cookie
        return exchange.getPrincipal()
                .hasElement()
                .flatMap(someone -> someone ? chain.filter(exchange) : count(exchange, chain));
    }

    private Mono<Void> count(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long length = request.getHeaders().getContentLength();
        Mono<Duration> wait = count(byAddress, RateLimits.client(request), exchange);
        if (length <= 0 || length > LONGEST) {
            return wait.flatMap(
                    time -> time.isZero() ? chain.filter(exchange) : pages.write(exchange, Trouble.TOO_MANY, time));
        }
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .map(PublicForms::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> wait.flatMap(time -> time.isZero() && body.length >= TELLING
                                ? count(byContent, Sha256.hex(body), exchange)
                                : Mono.just(time))
                        .flatMap(time ->
                                time.isZero() ? chain.filter(again(exchange, body)) : refuse(exchange, body, time)));
    }

    /** Here first, which costs nothing, then for all gateways. */
    private Mono<Duration> count(Meter meter, String visitor, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            Duration here = meter.count(visitor, exchange);
            return here.isZero()
                    ? shared.count(meter, visitor).doOnNext(wait -> {
                        if (wait.isPositive()) {
                            meter.tell(exchange, 0, wait);
                        }
                    })
                    : Mono.just(here);
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerWebExchange again(ServerWebExchange exchange, byte[] body) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return Flux.defer(() ->
                                Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
                    }
                })
                .build();
    }

    private Mono<Void> refuse(ServerWebExchange exchange, byte[] body, Duration wait) {
        ServerHttpRequest request = exchange.getRequest();
        if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                        request.getHeaders().getContentType())
                || !Visitors.readsPages(request)) {
            return pages.write(exchange, Trouble.TOO_MANY, wait);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        String query = request.getURI().getRawQuery();
        String target = request.getURI().getRawPath() + (query == null ? "" : "?" + query);
        return own.write(
                exchange,
                HttpStatus.TOO_MANY_REQUESTS,
                "affluence.titre",
                "<p>" + own.text("affluence.texte") + "</p><p><strong>"
                        + own.text("affluence.suite", wait.toSeconds()) + "</strong></p><form method=\"post\" action=\""
                        + HtmlUtils.htmlEscape(target) + "\">" + hidden(body) + "<button class=\"action\">"
                        + own.text("affluence.bouton") + "</button></form>");
    }

    /** What was typed, given back to who typed it and kept nowhere else. */
    private static String hidden(byte[] body) {
        return Arrays.stream(new String(body, StandardCharsets.ISO_8859_1).split("&", -1))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .map(field -> "<input type=\"hidden\" name=\"" + plain(field[0]) + "\" value=\""
                        + (field.length > 1 ? plain(field[1]) : "") + "\">")
                .collect(Collectors.joining());
    }

    private static String plain(String encoded) {
        try {
            return HtmlUtils.htmlEscape(
                    URLDecoder.decode(encoded, StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        } catch (IllegalArgumentException notEncoded) {
            return HtmlUtils.htmlEscape(encoded, StandardCharsets.UTF_8.name());
        }
    }
}
