package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.server.session.ReactiveOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keycloak says that a login has ended: its sessions are deleted, for all gateways at once. The default
 * keeps a list in memory and calls the gateway itself over HTTP for each session.
 */
final class BackChannelLogouts implements ReactiveOidcSessionRegistry {
    private final SealedSessions sessions;

    BackChannelLogouts(SealedSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> saveSessionInformation(OidcSessionInformation session) {
        // the table knows
        return Mono.empty();
    }

    @Override
    public Mono<OidcSessionInformation> removeSessionInformation(String clientSessionId) {
        return Mono.empty();
    }

    @Override
    public Flux<OidcSessionInformation> removeSessionInformation(OidcLogoutToken ended) {
        String login = ended.getSessionId();
        return login == null ? Flux.empty() : sessions.endByLogin(login).thenMany(Flux.empty());
    }
}
