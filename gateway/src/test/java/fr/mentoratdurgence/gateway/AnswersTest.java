package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.sealing.Sha256;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Pattern ID = Pattern.compile("request-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Door door = Door.shared();

    @Test
    void a_person_reads_a_page_and_a_program_a_problem() {
        var page = door.page("/nulle-part");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(Door.header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(Door.header(page, "Content-Language")).isEqualTo("fr");
        assertThat(Door.header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("<html lang=\"fr\">", "<h1>Page introuvable</h1>", "/erreur/erreur.css", "Retour à l’accueil")
                .doesNotContain("{", "style=", "<script");

        var problem = door.get("/nulle-part", "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(Door.header(problem, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.body())
                .contains(
                        "\"type\":\"/problemes/not-found\"",
                        "\"title\":\"Page introuvable\"",
                        "\"status\":404",
                        "\"detail\":\"");

        var fragment = door.page("/nulle-part", "HX-Request", "true");
        assertThat(Door.header(fragment, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/besoins/declarer", "/mentors/candidature", "/api/needs/v1/structures/0940176F"})
    void whether_a_public_page_is_there_may_be_asked(String path) {
        var answer = door.send("HEAD", path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(Door.header(answer, "Content-Length")).isNotEqualTo("0");
    }

    @Test
    void the_error_page_brings_its_own_style() {
        var style = door.get("/erreur/erreur.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(Door.header(style, "Content-Type")).startsWith("text/css");
        assertThat(Door.header(style, "Cache-Control")).isEqualTo("max-age=3600");
    }

    @Test
    void a_service_that_is_down_is_said_kindly() {
        var alone = new Door("--NEEDS_URL=http://127.0.0.1:1", "--CONTACT_ADDRESS=aide@exemple.fr");
        var page = alone.page("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(Door.header(page, "Retry-After")).isEqualTo("10");
        assertThat(page.body()).contains("Service momentanément indisponible", "href=\"mailto:aide@exemple.fr\"");
        assertThat(door.page("/inconnu").body()).doesNotContain("mailto:", "écrivez");

        var problem = alone.get("/", "Accept", "application/json");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(alone.page("/mentors/candidature").statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_that_does_not_answer_counts_as_down() {
        assertThat(door.page("/besoins/declarer/silence").statusCode()).isEqualTo(503);
    }

    @Test
    void a_service_that_is_busy_says_itself_what_to_do_and_when() {
        var page = door.page("/besoins/declarer/affluence");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(Door.header(page, "Retry-After")).isEqualTo("2");
        assertThat(page.body()).contains("réessayez dans un instant");
    }

    @ParameterizedTest
    @CsvSource({
        "403, Cette page n’est pas ouverte à votre compte",
        "404, Page introuvable",
        "500, Une erreur est survenue"
    })
    void an_empty_refusal_of_a_service_becomes_a_page_for_a_person(int status, String title) {
        String cookie = door.loggedIn("claire", "t");

        var page = door.page("/suivi/statut/" + status, "Cookie", cookie);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(title);

        var program = door.get("/suivi/statut/" + status, "Cookie", cookie, "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(status);
        assertThat(program.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/", "/nulle-part", "/erreur/erreur.css", "/besoins", "/oauth2/authorization/keycloak"})
    void every_answer_carries_the_security_headers_once(String path) {
        var answer = door.page(path);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
                                + " 'self'; connect-src 'self'; form-action 'self' http://login.test; frame-ancestors"
                                + " 'none'; base-uri 'none'");
        assertThat(Door.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Door.header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(Door.header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(Door.header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(Door.header(answer, "Cache-Control")).isNotEmpty();
    }

    @Test
    void services_believe_in_the_fixed_public_address() {
        door.get("/", "X-Forwarded-Host", "evil.test", "X-Forwarded-Prefix", "/evil", "Forwarded", "host=evil.test");

        var needs = door.service("needs");
        assertThat(needs.received("X-Forwarded-Host")).isEqualTo("door.test");
        assertThat(needs.received("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(needs.received("X-Forwarded-Port")).isEqualTo("80");
        assertThat(needs.received("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(needs.received("X-Forwarded-Prefix")).isNull();
        assertThat(needs.received("Forwarded")).isNull();
    }

    @Test
    void one_correlation_id_goes_both_ways() {
        var fresh = door.get("/");
        assertThat(Door.header(fresh, "X-Correlation-Id")).matches(ID);
        assertThat(fresh.headers().allValues("X-Correlation-Id")).hasSize(1);
        String seed = String.valueOf(door.service("needs").received("X-Correlation-Seed"));
        assertThat("request-" + Sha256.id(seed)).isEqualTo(Door.header(fresh, "X-Correlation-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b; forged",
                "yanisbenali-00000000-0000-4000-8000-061234567899",
                "00000000-0000-4000-8000-061234567899"
            })
    void a_correlation_id_from_outside_is_replaced_whatever_its_shape(String text) {
        var answer = door.get("/", "X-Correlation-Id", text, "X-Correlation-Seed", text);
        assertThat(Door.header(answer, "X-Correlation-Id"))
                .matches(ID)
                .isNotEqualTo(text)
                .isNotEqualTo("request-" + Sha256.id(text));
        assertThat(door.service("needs").received("X-Correlation-Id")).isNull();
        assertThat(door.service("needs").received("X-Correlation-Seed")).isNotEqualTo(text);
    }
}
