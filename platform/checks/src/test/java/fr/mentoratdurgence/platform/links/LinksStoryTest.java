package fr.mentoratdurgence.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication.Look;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that act, under a tiny service. */
@ServiceTest
@SpringBootTest(classes = TinyApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("reliability")
class LinksStoryTest {
    @LocalServerPort
    int port;

    @Autowired
    Links links;

    @Autowired
    JdbcClient db;

    @Test
    void looking_changes_nothing_and_the_button_lets_in_for_its_purpose_alone() {
        String address = links.mint(Look.LOOK, "mentor-1", "bowl-1");
        Http http = new Http(port);
        for (int scanner = 0; scanner < 3; scanner++) {
            Http.Answer page = http.get(address);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.response().headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.response().headers().firstValue(LinkStatement.HEADER))
                    .isEmpty();
        }

        Http.Answer opened = open(address, "ouvrir");
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.location()).endsWith("/bols/bowl-1");
        String statement =
                opened.response().headers().firstValue(LinkStatement.HEADER).orElseThrow();

        Http.Answer in = http.with(LinkStatement.HEADER, statement).get("/api/tiny/v1/linked");
        assertThat(in.json().path("mentor").asString()).isEqualTo("mentor-1");
        assertThat(in.json().path("link").asString()).isEqualTo("bowl-1");
        assertThat(in.json().path("role").asString()).isEqualTo("link");
        assertThat(http.get("/api/tiny/v1/linked").status()).isEqualTo(401);
        assertThat(http.with(LinkStatement.HEADER, Tokens.link("ANSWER", "mentor-1", "bowl-1", ""))
                        .get("/api/tiny/v1/linked")
                        .status())
                .as("a link for something else")
                .isEqualTo(403);
    }

    @Test
    void a_statement_that_we_did_not_sign_lets_nobody_in() {
        String right = Tokens.link("LOOK", "mentor-1", "bowl-1", "mentor-1");
        String[] parts = right.split("\\.", -1);
        for (String wrong : List.of(
                "",
                "nothing",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "."
                        + parts[2].replace(parts[2].charAt(3), parts[2].charAt(3) == 'A' ? 'B' : 'A'),
                // {"alg":"none"}
                "eyJhbGciOiJub25lIn0." + parts[1] + ".")) {
            assertThat(new Http(port)
                            .with(LinkStatement.HEADER, wrong)
                            .get("/api/tiny/v1/linked")
                            .status())
                    .as(wrong)
                    .isEqualTo(401);
        }
    }

    @Test
    void an_answer_is_given_once_and_leads_on_as_the_form_that_it_is() throws Exception {
        String address = links.mint(Look.ANSWER, "mentor-2", "bowl-2");
        assertThat(open(address, "peut-etre").status()).as("no such button").isEqualTo(410);

        // when the same button is pressed many times at once
        List<Callable<Integer>> presses = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(_ -> () -> open(address, "oui").status())
                .toList();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = all.invokeAll(presses).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsOnlyOnce(307).contains(410).doesNotContain(500);
        }
        assertThat(new Http(port).get(address).status()).isEqualTo(410);
    }

    @Test
    void a_wrong_a_used_an_expired_and_a_revoked_link_give_one_kind_page() {
        String expired = links.mint(Look.LOOK, "mentor-3", "bowl-3");
        db.sql("update act_link set expires_at = minted_at where person = 'mentor-3'")
                .update();
        String revoked = links.mint(Look.LOOK, "mentor-4", "bowl-4");
        links.revokePerson("mentor-4");
        String ofASubject = links.mint(Look.LOOK, "mentor-5", "bowl-5");
        links.revokeSubject("bowl-5");

        Http http = new Http(port);
        Http.Answer unknown = http.get("/lien/bols/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(unknown.status()).isEqualTo(404);
        for (String over : List.of(expired, revoked, ofASubject)) {
            assertThat(http.get(over).status()).isEqualTo(410);
            assertThat(http.get(over).body()).isEqualTo(unknown.body());
            assertThat(open(over, "ouvrir").status()).isEqualTo(410);
        }
    }

    @Test
    void only_a_hash_of_a_link_is_kept() {
        String address = links.mint(Look.LOOK, "mentor-6", "bowl-6");
        String token = address.substring(address.lastIndexOf('/') + 1);
        assertThat(token).hasSize(43);
        assertThat(db.sql("select act_link::text from act_link where person = 'mentor-6'")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    private Http.Answer open(String address, String choice) {
        int last = address.lastIndexOf('/');
        return new Http(port)
                .postForm(address.substring(0, last), Map.of("jeton", address.substring(last + 1), "choix", choice));
    }
}
