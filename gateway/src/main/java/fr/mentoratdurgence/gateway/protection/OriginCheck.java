package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a visitor's browser send (CSRF), without any field in the forms.
 * Others may link to us; they may not post, embed, fetch or stream. A listed front end may use the APIs, and end a session.
 */
@Component
@Order(Passage.ORIGIN)
class OriginCheck implements WebFilter {
    /** Keycloak calls it, with a signed logout token. */
    private static final String BACK_CHANNEL_LOGOUT = "/logout/connect/back-channel/";

    /** A mail program stops a kind of letter (RFC 8058), with no cookie and the secret of the letter in the address. */
    private static final PathPattern ONE_CLICK = PathPatternParser.defaultInstance.parse("/lien/*/*/arret/*");

    private final ErrorPages pages;
    private final Programs programs;
    private final FrontEnds frontEnds;
    private final String origin;

    OriginCheck(ErrorPages pages, Programs programs, FrontEnds frontEnds, GatewaySettings settings) {
        this.pages = pages;
        this.frontEnds = frontEnds;
        this.programs = programs;
        this.origin = settings.publicOrigin().toString();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isWelcome(exchange.getRequest()) ? chain.filter(exchange) : pages.write(exchange, Trouble.FOREIGN_PAGE);
    }

    private boolean isWelcome(ServerHttpRequest request) {
        return request.getPath().value().startsWith(BACK_CHANNEL_LOGOUT)
                || ONE_CLICK.matches(request.getPath().pathWithinApplication())
                || programs.bringsToken(request)
                || programs.isAnonymous(request)
                || frontEnds.speaks(request)
                || frontEnds.endsSession(request)
                || (onlyReads(request) ? mayRead(request.getHeaders()) : mayWrite(request.getHeaders()));
    }

    private static boolean onlyReads(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }

    private static boolean mayRead(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean followsLink = "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
                && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
        return site == null || site.equals("same-origin") || site.equals("none") || followsLink;
    }

    private boolean mayWrite(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String from = headers.getFirst(HttpHeaders.ORIGIN);
        if (site == null) {
            // an old browser at least names the origin; with neither header there is no telling
            return origin.equals(from);
        }
        return site.equals("same-origin") && (from == null || from.equals(origin) || from.equals("null"));
    }
}
