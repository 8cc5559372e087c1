package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("reliability")
class OriginCheckTest {
    private static final String NONE = "none-sent";

    private final Door door = Door.shared();

    @ParameterizedTest
    @CsvSource({
        // Origin, Sec-Fetch-Site, what becomes of a form
        "http://door.test, same-origin, 200",
        "http://door.test, none-sent, 200",
        "null, same-origin, 200",
        "none-sent, same-origin, 200",
        "http://evil.test, cross-site, 403",
        "http://evil.test, none-sent, 403",
        "http://evil.test, same-origin, 403",
        "http://door.test:81, same-site, 403",
        "http://door.test, cross-site, 403",
        "null, cross-site, 403",
        "null, none-sent, 403",
        "none-sent, none, 403",
        "none-sent, none-sent, 403",
    })
    void a_form_must_come_from_our_own_pages(String origin, String site, int status) {
        String[] headers = headers("Origin", origin, "Sec-Fetch-Site", site, "Cookie", door.loggedIn("claire", "t"));

        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(door.send(method, "/suivi/binomes/pair-1", BodyPublishers.ofString("a=b"), headers)
                            .statusCode())
                    .as(method)
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Sec-Fetch-Site, -Mode, -Dest
        "none, navigate, document, 200",
        "same-origin, cors, empty, 200",
        "cross-site, navigate, document, 200",
        "none-sent, none-sent, none-sent, 200",
        "cross-site, navigate, iframe, 403",
        "cross-site, no-cors, image, 403",
        "same-site, cors, empty, 403",
    })
    void others_may_link_to_us_but_not_embed_us(String site, String mode, String dest, int status) {
        var answer = door.get(
                "/suivi",
                headers(
                        "Sec-Fetch-Site",
                        site,
                        "Sec-Fetch-Mode",
                        mode,
                        "Sec-Fetch-Dest",
                        dest,
                        "Cookie",
                        door.loggedIn("claire", "t")));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void a_program_with_its_own_token_has_no_origin() {
        var answer = door.send(
                "POST", "/api/matching/v1/runs", BodyPublishers.ofString("{}"), "Authorization", "Bearer own");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_may_use_a_public_api_and_another_site_may_not() {
        assertThat(door.send("POST", "/api/mentors/v1/mentors", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(door.send(
                                "POST",
                                "/api/mentors/v1/mentors",
                                BodyPublishers.ofString("{}"),
                                "Origin",
                                "http://evil.test")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_refusal_is_explained() {
        var answer = door.send(
                "POST",
                "/besoins/declarer",
                BodyPublishers.ofString("a=b"),
                "Origin",
                "http://evil.test",
                "Accept",
                Door.PAGE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html lang=\"fr\">", "Demande refusée");
        assertThat(Door.header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    }

    private static String[] headers(String... namesAndValues) {
        return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .filter(i -> !namesAndValues[i + 1].equals(NONE))
                .flatMap(i -> Arrays.stream(namesAndValues, i, i + 2))
                .toArray(String[]::new);
    }
}
