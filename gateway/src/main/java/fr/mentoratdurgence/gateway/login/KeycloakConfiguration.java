package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The gateway as a client of Keycloak. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {
    static final String REGISTRATION = "keycloak";
    static final String CLIENT = "gateway";

    /** The default of a minute would refresh far too often, since tokens are short. */
    private static final Duration REFRESH_BEFORE_END = Duration.ofSeconds(10);

    /** Written out rather than discovered: discovery would keep the gateway from starting while Keycloak is down. */
    @Bean
    ClientRegistration registration(GatewaySettings settings) {
        String asSeenByBrowsers = settings.issuer() + "/protocol/openid-connect/";
        String asReachedByUs = settings.issuerInternal() + "/protocol/openid-connect/";
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(CLIENT)
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicOrigin() + "/login/oauth2/code/keycloak")
                .scope("openid", "profile")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(asSeenByBrowsers + "auth")
                .tokenUri(asReachedByUs + "token")
                .jwkSetUri(asReachedByUs + "certs")
                .userNameAttributeName("preferred_username")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    @Bean
    ReactiveClientRegistrationRepository registrations(ClientRegistration registration) {
        return new InMemoryReactiveClientRegistrationRepository(registration);
    }

    /** The default keeps tokens in the memory of one instance; here they are part of the sealed session. */
    @Bean
    ServerOAuth2AuthorizedClientRepository authorizedClients() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager tokens(
            ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refresh -> refresh.clockSkew(REFRESH_BEFORE_END))
                .build());
        return manager;
    }
}
