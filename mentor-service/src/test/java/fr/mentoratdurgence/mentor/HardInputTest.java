package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no browser sends is refused in words, and is no failure of ours. */
@ServiceTest
@Tag("reliability")
class HardInputTest {
    private static final String FORM = "/mentors/candidature";
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @Test
    void an_index_that_no_list_has_is_refused() {
        refused(send(URLENCODED, "slots%5B255%5D=x&slots%5B100000%5D=x"));
    }

    @Test
    void a_thousand_and_one_fields_are_refused() {
        refused(send(
                URLENCODED,
                IntStream.rangeClosed(0, 1000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"))));
    }

    @Test
    void a_form_in_parts_without_a_boundary_is_refused() {
        refused(send("multipart/form-data", "x=1"));
    }

    @Test
    void a_percent_sign_that_means_nothing_is_refused() {
        refused(send(URLENCODED, "firstName=%zz"));
    }

    @Test
    void all_faults_of_a_body_are_told_at_once_and_each_once() {
        Answer answer = new Http(port)
                .post(
                        "/api/mentors/v1/mentors",
                        "{\"adult\":\"peut-être\",\"capacity\":{\"a\":[1]},\"lastName\":\"a\\u0000b\",\"email\":\"x\","
                                + "\"slots\":[{\"day\":\"MONDAY\",\"start\":{},\"end\":\"16:00\"}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("field").asString())
                        .toList())
                .doesNotHaveDuplicates()
                .contains("adult", "capacity", "lastName", "email", "firstName", "slots[0].start", "channels");
    }

    @Test
    void names_of_two_hundred_people_are_answered() {
        String of = IntStream.range(0, 200)
                .mapToObj(_ -> "of=mentor-" + UUID.randomUUID())
                .collect(Collectors.joining("&"));

        Answer names = new Http(port).as(Tokens.referent("94")).get("/api/mentors/v1/mentors/names?" + of);

        assertThat(names.status()).isEqualTo(200);
        assertThat(names.body()).isEqualTo("{}");
    }

    private Answer send(String type, String body) {
        return new Http(port).with("Accept", "text/html").send("POST", FORM, type, body);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isIn(400, 413, 415, 422);
        assertThat(answer.body()).contains("<h1").doesNotContain("Exception", "org.apache", "\tat ");
    }
}
