package fr.mentoratdurgence.gateway.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roles of who is logged in, as the token of the session says them. It came straight from Keycloak and lies sealed
 * here; what a role may do at a service is asked there, with that token.
 */
@Component
class Roles {
    private final ServerOAuth2AuthorizedClientRepository clients;
    private final JsonMapper json;

    Roles(ServerOAuth2AuthorizedClientRepository clients, JsonMapper json) {
        this.clients = clients;
        this.json = json;
    }

    /** None where there is no session. */
    Mono<List<String>> of(Authentication who, ServerWebExchange exchange) {
        return clients.loadAuthorizedClient(KeycloakConfiguration.REGISTRATION, who, exchange)
                .map(client -> rolesIn(client.getAccessToken().getTokenValue()))
                .defaultIfEmpty(List.of());
    }

    private List<String> rolesIn(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length < 2) {
            return List.of();
        }
        try {
            return json.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .at("/realm_access/roles")
                    .valueStream()
                    .map(role -> role.asString(""))
                    .toList();
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return List.of();
        }
    }
}
