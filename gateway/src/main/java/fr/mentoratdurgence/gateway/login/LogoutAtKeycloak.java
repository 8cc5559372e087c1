package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.RequestMark;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Ends the login at Keycloak from here, server to server. Sending the browser there, as is usual, would put the ID token,
 * with the person's name, into an address, and so into histories and logs.
 */
@Component
class LogoutAtKeycloak implements ServerLogoutHandler, ServerLogoutSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutAtKeycloak.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final URI HOME = URI.create("/");
    private static final String HALF_DONE = LogoutAtKeycloak.class.getName() + ".halfDone";

    private final ServerOAuth2AuthorizedClientRepository clients;
    private final ErrorPages pages;
    private final WebClient http = WebClient.create();
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();
    private final String address;
    private final String secret;

    LogoutAtKeycloak(ServerOAuth2AuthorizedClientRepository clients, ErrorPages pages, GatewaySettings settings) {
        this.clients = clients;
        this.pages = pages;
        this.address = settings.issuerInternal() + "/protocol/openid-connect/logout";
        this.secret = settings.clientSecret();
    }

    /** Before the session goes, which holds the token that names the login. */
    @Override
    public Mono<Void> logout(WebFilterExchange exchange, Authentication who) {
        return clients.loadAuthorizedClient(KeycloakConfiguration.REGISTRATION, who, exchange.getExchange())
                .flatMap(client -> Mono.justOrEmpty(client.getRefreshToken()))
                .flatMap(this::end)
                .onErrorResume(failure -> {
                    RequestMark.about(exchange.getExchange(), LOG.atWarn())
                            .log("the login was not ended at Keycloak: {}", failure.toString());
                    exchange.getExchange().getAttributes().put(HALF_DONE, true);
                    return Mono.empty();
                });
    }

    private Mono<Void> end(OAuth2RefreshToken login) {
        return http.post()
                .uri(address)
                .headers(headers -> headers.setBasicAuth(KeycloakConfiguration.CLIENT, secret))
                .body(BodyInserters.fromFormData("refresh_token", login.getTokenValue()))
                .retrieve()
                .toBodilessEntity()
                .timeout(PATIENCE)
                .then()
                // it has ended there before
                .onErrorResume(WebClientResponseException.BadRequest.class, _ -> Mono.empty());
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication who) {
        // asked when it is known: Spring Security calls this before the handler above has run
        return Mono.defer(() -> exchange.getExchange().getAttributes().containsKey(HALF_DONE)
                ? pages.write(exchange.getExchange(), Trouble.LOGOUT_HALF_DONE)
                : redirects.sendRedirect(exchange.getExchange(), HOME));
    }
}
