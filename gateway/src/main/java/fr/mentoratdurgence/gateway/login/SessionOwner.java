package fr.mentoratdurgence.gateway.login;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whose session it is, also before Spring Security has looked. */
final class SessionOwner {
    private SessionOwner() {}

    /** The subject of the login; empty for nobody. */
    static Mono<String> of(ServerWebExchange exchange) {
        return exchange.getSession().flatMap(session -> {
            SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
            return Mono.justOrEmpty(
                    context != null
                                    && context.getAuthentication() != null
                                    && context.getAuthentication().getPrincipal() instanceof OidcUser user
                            ? user.getSubject()
                            : null);
        });
    }
}
