package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Asks whether Keycloak answers and a session can be kept before a person is sent to the login: a browser that is sent
 * to a dead address shows its own page, which helps nobody.
 */
@Component
@Order(LoginInReach.BEFORE_SPRING_SECURITY)
class LoginInReach implements WebFilter {
    static final int BEFORE_SPRING_SECURITY = -101;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SealedSessions sessions;
    private final ErrorPages pages;
    private final LoginRealm realm;

    LoginInReach(LoginRealm realm, SealedSessions sessions, ErrorPages pages) {
        this.sessions = sessions;
        this.pages = pages;
        this.realm = realm;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().equals("/oauth2/authorization/keycloak")) {
            return chain.filter(exchange);
        }
        return sessions.check()
                .then(Mono.defer(() -> realm.answers(exchange, PATIENCE)))
                .flatMap(yes -> yes ? chain.filter(exchange) : pages.write(exchange, Trouble.LOGIN_UNAVAILABLE));
    }
}
