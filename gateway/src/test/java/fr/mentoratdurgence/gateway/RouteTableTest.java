package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class RouteTableTest {
    private final Door door = Door.shared();

    @ParameterizedTest
    @CsvSource({
        "/, needs",
        "/confidentialite, needs",
        "/mentions-legales, needs",
        "/qui-sommes-nous, needs",
        "/contact, needs",
        "/aide, needs",
        "/parents, needs",
        "/parents/autorisation, needs",
        "/courriers, needs",
        "/robots.txt, needs",
        "/ui/d-une-autre-version.css, needs",
        "/ui/accessibilite.html, needs",
        "/webjars/htmx.org/htmx.min.js, needs",
        "/besoins, needs",
        "/besoins/need-1/contact, needs",
        "/besoins/declarer/etape-2, needs",
        "/besoins/confirmation/B-1, needs",
        "/api/needs/v1/needs, needs",
        "/api/needs/v1/needs/import, needs",
        "/mentors, mentor",
        "/mentors/mon-espace, mentor",
        "/mentors/candidature/merci, mentor",
        "/api/mentors/v1/mentors/me, mentor",
        "/api/mentors/v1/mentors/import, mentor",
        "/appariement, matching",
        "/appariement/propositions/proposal-1, matching",
        "/api/matching/v1/runs, matching",
        "/suivi, followup",
        "/suivi/binomes/pair-1, followup",
        "/api/followup/v1/pairs, followup",
        "/bilan, reporting",
        "/bilan/public, reporting",
        "/api/reporting/v1/bilan.csv, reporting",
    })
    void every_address_leads_to_the_service_that_owns_it(String path, String service) {
        var answer = door.get(path, "Cookie", door.loggedIn("claire", "token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(service + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inconnu",
                "/api",
                "/api/autre/v1/x",
                "/besoinsX",
                "/actuator/env",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/gateway/routes",
                "/favicon.ico",
            })
    void nothing_else_leads_anywhere_and_nobody_logs_in_to_learn_it(String path) {
        assertThat(door.get(path).statusCode()).isEqualTo(404);
        assertThat(door.page(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_program_that_knows_the_address_alone_learns_where_people_sign_in() {
        var said = door.get("/.well-known/oauth-protected-resource");

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(said.body())
                .contains("\"resource\":\"" + Door.ORIGIN + "\"")
                .contains("\"authorization_servers\":[\"")
                .contains("/realms/mentorat\"]");
    }

    @Test
    void how_it_is_and_what_it_counts_is_told_on_the_management_port_alone() {
        var health = door.watched("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"").doesNotContain("PostgreSQL");
        assertThat(door.watched("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(door.watched("/actuator/prometheus").body()).contains("hikaricp_connections_pending");
        assertThat(door.watched("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(door.watched("/bilan/public").statusCode()).isEqualTo(404);
    }

    @Test
    void every_figure_that_rules_and_dashboards_use_is_shown() throws IOException {
        door.get("/bilan/public");
        String scrape = door.watched("/actuator/prometheus").body();
        List<String> listed = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [a-z, ]*gateway \\|")
                .matcher(Files.readString(Path.of("..", "infra", "observability", "README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed).hasSizeGreaterThan(5);
        assertThat(listed).allSatisfy(name -> assertThat(scrape).containsPattern("(?m)^" + name + "[{ ]"));
    }
}
