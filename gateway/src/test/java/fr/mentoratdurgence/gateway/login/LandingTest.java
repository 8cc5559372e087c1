package fr.mentoratdurgence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.sessions.DemoSessions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;
import org.springframework.util.JdkIdGenerator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class LandingTest {
    private static final ClientRegistration KEYCLOAK = ClientRegistration.withRegistrationId("keycloak")
            .clientId("gateway")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://door.test/login")
            .authorizationUri("http://login.test/auth")
            .tokenUri("http://login.test/token")
            .build();

    private final TestingAuthenticationToken who = new TestingAuthenticationToken("claire", "");
    private final WebSessionServerOAuth2AuthorizedClientRepository clients =
            new WebSessionServerOAuth2AuthorizedClientRepository();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(
            MockServerHttpRequest.get("/besoins/need-1").accept(MediaType.TEXT_HTML));

    @ParameterizedTest
    @CsvSource({
        "referent, /suivi",
        "coordinator, /suivi",
        "structure, /besoins",
        "mentor, /mentors/mon-espace",
        "analyst, /bilan",
        "ops, /ops",
        "member-association, /",
    })
    void who_logs_in_lands_where_he_or_she_works(String role, String page) {
        assertThat(landing("{\"realm_access\":{\"roles\":[\"default-roles-mentorat\",\"" + role + "\"]}}"))
                .isEqualTo(page);
    }

    @Test
    void a_page_that_was_asked_for_before_the_login_comes_first() {
        new WebSessionServerRequestCache().saveRequest(exchange).block();

        assertThat(landing("{\"realm_access\":{\"roles\":[\"mentor\"]}}")).isEqualTo("/besoins/need-1");
    }

    @Test
    void an_unreadable_token_leads_home() {
        assertThat(landing("no JSON")).isEqualTo("/");
    }

    private String landing(String claims) {
        String token = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
        Instant now = Instant.EPOCH;
        clients.saveAuthorizedClient(
                        new OAuth2AuthorizedClient(
                                KEYCLOAK,
                                who.getName(),
                                new OAuth2AccessToken(
                                        OAuth2AccessToken.TokenType.BEARER, token, now, now.plusSeconds(300))),
                        who,
                        exchange)
                .block();
        new Landing(
                        new Roles(clients, JsonMapper.shared()),
                        DemoSessions.noForms(),
                        new FormKeeping.Browsers(DemoSessions.settings(), new JdkIdGenerator()))
                .onAuthenticationSuccess(new WebFilterExchange(exchange, _ -> Mono.empty()), who)
                .block();
        return Objects.requireNonNull(exchange.getResponse().getHeaders().getLocation())
                .toString();
    }
}
