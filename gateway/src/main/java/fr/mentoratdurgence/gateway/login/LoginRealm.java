package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.RequestMark;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether the service in which people log in answers. */
@Component
public final class LoginRealm {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRealm.class);

    private final WebClient http = WebClient.create();
    private final String realm;

    LoginRealm(GatewaySettings settings) {
        this.realm = settings.issuerInternal() + "/.well-known/openid-configuration";
    }

    /** False where it says nothing for so long. */
    public Mono<Boolean> answers(ServerWebExchange exchange, Duration patience) {
        return http.get()
                .uri(realm)
                .retrieve()
                .toBodilessEntity()
                .map(_ -> true)
                .timeout(patience)
                .onErrorResume(away -> {
                    RequestMark.about(exchange, LOG.atWarn()).log("the login does not answer: {}", away.toString());
                    return Mono.just(false);
                });
    }
}
