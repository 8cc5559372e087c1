package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.Refused;
import fr.mentoratdurgence.gateway.errors.RequestMark;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is logged in, for the pages of the gateway's own that ask services something: they are asked in that name. */
@Component
public final class Callers {

    /**
     * In whose name a service is asked.
     *
     * @param token of the session, renewed where it was about to end
     * @param seed  what the id of the request is made of
     */
    public record Caller(String token, String seed) {
        @Override
        public String toString() {
            return "Caller[]"; // a token stands in no log
        }
    }

    private final ReactiveOAuth2AuthorizedClientManager tokens;

    Callers(ReactiveOAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    /** Fails where nobody is logged in any more. */
    public Mono<Caller> of(ServerWebExchange exchange) {
        String seed =
                Objects.requireNonNullElse(exchange.getRequest().getHeaders().getFirst(RequestMark.SEED), "");
        return exchange.getPrincipal()
                .cast(Authentication.class)
                .flatMap(person -> tokens.authorize(
                        OAuth2AuthorizeRequest.withClientRegistrationId(KeycloakConfiguration.REGISTRATION)
                                .principal(person)
                                .attribute(ServerWebExchange.class.getName(), exchange)
                                .build()))
                .map(client -> new Caller(client.getAccessToken().getTokenValue(), seed))
                .switchIfEmpty(Mono.error(() -> new Refused(Trouble.LOGIN_NEEDED)));
    }
}
