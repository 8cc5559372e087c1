package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.protection.FrontEnds;
import java.net.URI;
import java.security.Principal;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where a listed front end sends its visitor to log in: the visitor comes back to it afterwards, and to nowhere else, so
 * that nobody's letter can lead through our login to a page of theirs.
 */
@Controller
class FrontEndLogin {
    private static final URI LOGIN = URI.create("/oauth2/authorization/keycloak");

    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
    private final FrontEnds frontEnds;
    private final ErrorPages pages;

    FrontEndLogin(FrontEnds frontEnds, ErrorPages pages) {
        this.frontEnds = frontEnds;
        this.pages = pages;
    }

    @GetMapping("/connexion")
    Mono<Void> logIn(@RequestParam("retour") String back, ServerWebExchange exchange) {
        URI page;
        try {
            page = URI.create(back);
        } catch (IllegalArgumentException noAddress) {
            return pages.write(exchange, Trouble.BAD_REQUEST);
        }
        if (!frontEnds.isPageOfOne(page)) {
            return pages.write(exchange, Trouble.BAD_REQUEST);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .hasElement()
                .flatMap(loggedIn -> loggedIn ? redirects.sendRedirect(exchange, page) : login(exchange, page));
    }

    private Mono<Void> login(ServerWebExchange exchange, URI back) {
        return exchange.getSession()
                .doOnNext(session -> session.getAttributes().put(Landing.OF_FRONT_END, back.toString()))
                .then(redirects.sendRedirect(exchange, LOGIN));
    }
}
