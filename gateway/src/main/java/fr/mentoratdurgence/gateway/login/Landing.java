package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.login.FormKeeping.Browsers;
import fr.mentoratdurgence.gateway.sessions.KeptForms;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where a person goes after the login: to a form that waits to be finished, to the front end or the page that was asked
 * for, or else where that person works.
 */
@Component
class Landing implements ServerAuthenticationSuccessHandler {
    /** Where the session keeps the page of a front end that sent its visitor to log in. */
    static final String OF_FRONT_END = Landing.class.getName() + ".frontEnd";

    private static final URI HOME = URI.create("/");

    private final ServerRequestCache asked = new WebSessionServerRequestCache();
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
    private final Roles roles;
    private final KeptForms forms;
    private final Browsers browsers;

    Landing(Roles roles, KeptForms forms, Browsers browsers) {
        this.roles = roles;
        this.forms = forms;
        this.browsers = browsers;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange login, Authentication who) {
        ServerWebExchange exchange = login.getExchange();
        return waiting(exchange, who)
                .switchIfEmpty(Mono.defer(() -> frontEnd(exchange)))
                .switchIfEmpty(asked.getRedirectUri(exchange))
                .switchIfEmpty(Mono.defer(() -> ownPage(exchange, who)))
                .flatMap(page -> redirects.sendRedirect(exchange, page));
    }

    private Mono<URI> waiting(ServerWebExchange exchange, Authentication who) {
        String browser = browsers.of(exchange);
        String account = who.getPrincipal() instanceof OidcUser user ? user.getSubject() : null;
        return browser.isEmpty() || account == null
                ? Mono.empty()
                : forms.waiting(browser, Optional.of(account))
                        .filter(all -> !all.isEmpty())
                        .map(_ -> URI.create(KeptFormPages.PAGE));
    }

    /** Only a listed front end's page gets there: {@link FrontEndLogin}. */
    private static Mono<URI> frontEnd(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(session -> Mono.justOrEmpty(session.getAttributes().remove(OF_FRONT_END)))
                .map(page -> URI.create(page.toString()));
    }

    private Mono<URI> ownPage(ServerWebExchange exchange, Authentication who) {
        return roles.of(who, exchange).map(Landing::pageOf);
    }

    private static URI pageOf(List<String> roles) {
        if (roles.contains("referent") || roles.contains("coordinator")) {
            return URI.create("/suivi");
        }
        if (roles.contains("structure")) {
            return URI.create("/besoins");
        }
        if (roles.contains("mentor")) {
            return URI.create("/mentors/mon-espace");
        }
        if (roles.contains("screener")) {
            return URI.create("/mentors/entretiens");
        }
        if (roles.contains("analyst")) {
            return URI.create("/bilan");
        }
        return roles.contains("ops") ? URI.create("/ops") : HOME;
    }
}
