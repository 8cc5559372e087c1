package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void a_public_installation_binds_its_cookie_to_tls() {
        var settings = settings("https://mentorat.example", KEY);

        assertThat(settings.secure()).isTrue();
        assertThat(settings.sessionCookie()).isEqualTo("__Host-SESSION");
        assertThat(settings.loginOrigin()).isEqualTo("https://connexion.example");
    }

    @Test
    void a_public_installation_needs_a_session_key() {
        assertThatThrownBy(() -> settings("https://mentorat.example", "")).hasMessageContaining("SESSION_KEY");
        assertThatThrownBy(() -> settings("https://mentorat.example", "court")).hasMessageContaining("SESSION_KEY");
        assertThat(settings("http://localhost:8080", "").sessionCookie()).isEqualTo("SESSION");
    }

    @Test
    void a_public_installation_starts_with_no_secret_that_everybody_can_read() {
        var gateway = new SpringApplication(GatewayApplication.class);

        assertThatThrownBy(() -> gateway.run("--PUBLIC_ORIGIN=https://mentorat.example", "--SESSION_KEY=" + KEY))
                .message()
                .contains("refusing to start: DB_PASSWORD", "refusing to start: GATEWAY_CLIENT_SECRET")
                .doesNotContain("SESSION_KEY");
    }

    @Test
    void an_origin_has_no_path() {
        assertThatThrownBy(() -> settings("http://localhost:8080/", KEY)).hasMessageContaining("PUBLIC_ORIGIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs-service:8081", "https://needs-service:8081", "http://needs-service", "http://a:1/b"})
    void a_service_is_named_by_host_and_port(String address) {
        assertThatThrownBy(() -> settings("http://localhost:8080", KEY, URI.create(address)))
                .hasMessageContaining("needs")
                .hasMessageContaining(address);
    }

    @Test
    void a_front_end_is_an_origin_and_comes_by_tls_where_we_do() {
        assertThat(settings("https://mentorat.example", KEY, List.of(URI.create("https://ecoles.mentorat.example")))
                        .frontEnds())
                .hasSize(1);
        for (String wrong : List.of("http://ecoles.mentorat.example", "https://ecoles.mentorat.example/app", "*")) {
            assertThatThrownBy(() -> settings("https://mentorat.example", KEY, List.of(URI.create(wrong))))
                    .as(wrong)
                    .hasMessageContaining("FRONT_ENDS");
        }
    }

    private static GatewaySettings settings(String origin, String key) {
        return settings(origin, key, List.of());
    }

    private static GatewaySettings settings(String origin, String key, URI needs) {
        return settings(origin, key, needs, List.of());
    }

    private static GatewaySettings settings(String origin, String key, List<URI> frontEnds) {
        return settings(origin, key, URI.create("http://needs-service:8081"), frontEnds);
    }

    private static GatewaySettings settings(String origin, String key, URI needs, List<URI> frontEnds) {
        URI issuer = URI.create("https://connexion.example/realms/mentorat");
        var limits = new GatewaySettings.Limits(
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
                Duration.ofSeconds(60));
        return new GatewaySettings(
                URI.create(origin),
                issuer,
                issuer,
                "secret",
                key,
                Duration.ofSeconds(5),
                "",
                "",
                Map.of("needs", List.of(needs)),
                List.of(),
                frontEnds,
                limits);
    }
}
