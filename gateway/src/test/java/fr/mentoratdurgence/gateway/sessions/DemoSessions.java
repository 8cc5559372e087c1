package fr.mentoratdurgence.gateway.sessions;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.util.unit.DataSize;

/** Sessions as a login leaves them, without going through Keycloak. */
public final class DemoSessions {
    static final ClientRegistration REGISTRATION = ClientRegistration.withRegistrationId("keycloak")
            .clientId("gateway")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://door.test/login/oauth2/code/keycloak")
            .authorizationUri("http://login.test/auth")
            .tokenUri("http://login.test/token")
            .build();

    private DemoSessions() {}

    /** Forms of nobody, in no database. */
    public static KeptForms noForms() {
        return new KeptForms(new JdbcTemplate(), new SessionSeal(""), Clock.systemUTC());
    }

    /** The settings of an installation on this machine. */
    public static GatewaySettings settings() {
        URI here = URI.create("http://door.test");
        return new GatewaySettings(
                here,
                here,
                here,
                "secret",
                "",
                Duration.ofSeconds(5),
                "",
                "",
                Map.of(),
                List.of(),
                List.of(),
                new GatewaySettings.Limits(
                        1,
                        1,
                        1,
                        1,
                        1,
                        DataSize.ofMegabytes(2),
                        DataSize.ofMegabytes(20),
                        Duration.ofSeconds(8),
                        20,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60)));
    }

    /** Stores the session of somebody who is logged in; answers the value of the cookie. */
    public static String loggedIn(SealedSessions sessions, String account, String sid, String accessToken) {
        StoredSession session = sessions.createSession().blockOptional().orElseThrow();
        login(session, account, sid, accessToken);
        sessions.save(session).block();
        return session.getId();
    }

    static void login(StoredSession session, String account, String sid, String accessToken) {
        Instant now = session.getCreationTime();
        Instant later = now.plus(Duration.ofMinutes(5));
        var user = new DefaultOidcUser(
                List.of(),
                new OidcIdToken(
                        "id-token",
                        now,
                        later,
                        Map.of("sub", "id-of-" + account, "sid", sid, "preferred_username", account)),
                "preferred_username");
        var client = new OAuth2AuthorizedClient(
                REGISTRATION,
                account,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, accessToken, now, later),
                new OAuth2RefreshToken("refresh-" + accessToken, now));
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(new OAuth2AuthenticationToken(user, List.of(), "keycloak")));
        session.setAttribute(
                WebSessionServerOAuth2AuthorizedClientRepository.class.getName() + ".AUTHORIZED_CLIENTS",
                new HashMap<>(Map.of("keycloak", client)));
    }
}
