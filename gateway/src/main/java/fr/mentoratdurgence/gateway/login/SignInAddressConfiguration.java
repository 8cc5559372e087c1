package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Tells a program that knows this address alone where people of this installation sign in (RFC 9728). */
@Configuration(proxyBeanMethods = false)
class SignInAddressConfiguration {
    static final String PATH = "/.well-known/oauth-protected-resource";

    private static final Duration BELIEVED = Duration.ofMinutes(5);

    @Bean
    RouterFunction<ServerResponse> signInAddress(GatewaySettings settings) {
        Map<String, Object> said = Map.of(
                "resource", settings.publicOrigin().toString(),
                "authorization_servers", List.of(settings.issuer().toString()),
                "bearer_methods_supported", List.of("header"));
        return RouterFunctions.route(
                RequestPredicates.GET(PATH),
                _ -> ServerResponse.ok()
                        .cacheControl(CacheControl.maxAge(BELIEVED))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(said));
    }
}
