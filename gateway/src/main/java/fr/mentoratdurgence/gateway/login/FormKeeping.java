package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.EndedLogins;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.errors.Visitors;
import fr.mentoratdurgence.gateway.sessions.KeptForms;
import fr.mentoratdurgence.gateway.sessions.KeptForms.Form;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Nothing typed is lost: a form that meets an ended session is kept for the account that was logged in, and sent on to
 * where it was going once that account is back and asks for it. Nobody sees it, and no other account may send it.
 */
@Component
@Order(FormKeeping.BEFORE_SPRING_SECURITY)
class FormKeeping implements WebFilter {
    static final int BEFORE_SPRING_SECURITY = -105;

    /** Longer than any form of ours; a browser gives back what was typed when one goes back. */
    private static final int LONGEST = 256 * 1024;

    private final SealedSessions sessions;
    private final KeptForms forms;
    private final KeptFormPages pages;
    private final ErrorPages errors;
    private final Browsers browsers;
    private final DoorRules rules;
    private final String sessionCookie;

    FormKeeping(
            SealedSessions sessions,
            KeptForms forms,
            KeptFormPages pages,
            ErrorPages errors,
            Browsers browsers,
            DoorRules rules,
            GatewaySettings settings) {
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.errors = errors;
        this.browsers = browsers;
        this.rules = rules;
        this.sessionCookie = settings.sessionCookie();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (path.equals(KeptFormPages.PAGE) || path.startsWith(KeptFormPages.PAGE + "/")) {
            return SessionOwner.of(exchange)
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .flatMap(account -> resume(exchange, chain, account));
        }
        if (!isForm(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        Mono<Optional<String>> ended = Mono.justOrEmpty(
                        exchange.getRequest().getCookies().getFirst(sessionCookie))
                .map(HttpCookie::getValue)
                .flatMap(sessions::endedAccount)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return ended.flatMap(account -> account.isPresent()
                ? keep(exchange, account.get())
                : chain.filter(exchange).onErrorResume(EndedLogins::isOne, end -> keepOwn(exchange, end)));
    }

    private static boolean isForm(ServerHttpRequest request) {
        String path = request.getPath().value();
        MediaType type = request.getHeaders().getContentType();
        return HttpMethod.POST.equals(request.getMethod())
                && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)
                && (Visitors.readsPages(request) || inPage(request))
                && !path.startsWith("/logout")
                && !path.startsWith("/api/");
    }

    /** Sent by a script of ours, for a part of a page. */
    private static boolean inPage(ServerHttpRequest request) {
        return request.getHeaders().containsHeader("HX-Request");
    }

    /** Keycloak ended the login before we did: whose it was is still known. */
    private Mono<Void> keepOwn(ServerWebExchange exchange, Throwable end) {
        return SessionOwner.of(exchange)
                .switchIfEmpty(Mono.error(end))
                .flatMap(account -> exchange.getSession()
                        .flatMap(WebSession::invalidate)
                        .then(Mono.defer(() -> keep(exchange, account))));
    }

    private Mono<Void> keep(ServerWebExchange exchange, String account) {
        ServerHttpRequest request = exchange.getRequest();
        String type = String.valueOf(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
        String browser = browsers.remember(exchange);
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .map(FormKeeping::text)
                .defaultIfEmpty("")
                .flatMap(body ->
                        forms.keep(browser, account, rules.isPublic(exchange), new Form(target(request), type, body)))
                .then(Mono.defer(() -> see(exchange, KeptFormPages.PAGE)))
                .onErrorResume(
                        DataBufferLimitException.class, _ -> errors.write(exchange, Trouble.FORM_TOO_LONG_TO_KEEP));
    }

    private static String text(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String target(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    }

    private Mono<Void> resume(ServerWebExchange exchange, WebFilterChain chain, Optional<String> account) {
        String browser = browsers.of(exchange);
        if (!HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return forms.waiting(browser, account)
                    .flatMap(waiting ->
                            account.isEmpty() ? pages.loginFirst(exchange, waiting) : pages.list(exchange, waiting));
        }
        String[] act = exchange.getRequest().getPath().value().split("/", -1);
        String id = act.length > 2 ? act[2] : "";
        if (act.length > 3) {
            return forms.forget(id, browser, account).then(see(exchange, KeptFormPages.PAGE));
        }
        if (account.isEmpty()) {
            // from now on this browser is nobody's: the ended session must not hold up the next form too
            exchange.getResponse().addCookie(browsers.expired(sessionCookie));
        }
        return forms.find(id, browser, account)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(form -> form.isEmpty()
                        ? see(exchange, KeptFormPages.PAGE)
                        : send(exchange, chain, form.get())
                                .then(Mono.defer(
                                        () -> settled(exchange) ? forms.forget(id, browser, account) : Mono.empty())));
    }

    /** The same request again, by the same person: rights are checked as ever, and a key that was used acts once. */
    private static Mono<Void> send(ServerWebExchange exchange, WebFilterChain chain, Form form) {
        byte[] body = form.body().getBytes(StandardCharsets.ISO_8859_1);
        URI target = UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                .replacePath(form.path().replaceFirst("\\?.*", ""))
                .replaceQuery(form.path().contains("?") ? form.path().replaceFirst("[^?]*\\?", "") : null)
                .build(true)
                .toUri();
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .uri(target)
                .headers(headers -> {
                    headers.set(HttpHeaders.CONTENT_TYPE, form.type());
                    headers.setContentLength(body.length);
                    headers.remove(HttpHeaders.TRANSFER_ENCODING);
                })
                .build();
        return chain.filter(exchange.mutate()
                .request(new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return Flux.defer(() ->
                                Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
                    }
                })
                .build());
    }

    /** Done, or shown again with what is to be mended; anything else may be tried again. */
    private static boolean settled(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status != null
                && !status.is5xxServerError()
                && status.value() != HttpStatus.UNAUTHORIZED.value()
                && status.value() != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private static Mono<Void> see(ServerWebExchange exchange, String page) {
        var response = exchange.getResponse();
        if (inPage(exchange.getRequest())) {
            response.setStatusCode(HttpStatus.OK);
            response.getHeaders().set("HX-Redirect", page);
        } else {
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(URI.create(page));
        }
        return response.setComplete();
    }

    /** Which browser it is, as far as kept forms go: a cookie of its own, which outlives sessions. */
    @Component
    static class Browsers {
        private final GatewaySettings settings;
        private final IdGenerator ids;

        Browsers(GatewaySettings settings, IdGenerator ids) {
            this.settings = settings;
            this.ids = ids;
        }

        /** Empty for a browser that has kept nothing. */
        String of(ServerWebExchange exchange) {
            @Nullable HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name());
            return cookie == null ? "" : cookie.getValue();
        }

        String remember(ServerWebExchange exchange) {
            String known = of(exchange);
            String browser = known.isEmpty()
                    ? ids.generateId().toString() + ids.generateId().toString()
                    : known;
            exchange.getResponse().addCookie(cookie(name(), browser, KeptForms.KEPT));
            return browser;
        }

        ResponseCookie expired(String cookie) {
            return cookie(cookie, "", Duration.ZERO);
        }

        private ResponseCookie cookie(String name, String value, Duration age) {
            return ResponseCookie.from(name, value)
                    .httpOnly(true)
                    .secure(settings.secure())
                    .sameSite("Lax")
                    .path("/")
                    .maxAge(age)
                    .build();
        }

        private String name() {
            return settings.secure() ? "__Host-REPRISE" : "REPRISE";
        }
    }
}
