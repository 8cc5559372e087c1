package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two gateways on one database are one door. */
class SeveralGatewaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url = TestDatabase.named("several").url();
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url, "several", "of-the-tests"));
    private final Door first = door();
    private final Door second = door();

    private Door door() {
        return new Door(
                "--DB_URL=" + url,
                "--DB_USER=several",
                "--RATE_CLIENT_PER_MINUTE=1000",
                "--RATE_FORMS_PER_MINUTE=400",
                "--RATE_SAME_FORM_PER_MINUTE=6");
    }

    @Test
    void a_login_a_logout_and_limits_are_the_same_for_both_and_change_without_a_restart() {
        String claire = first.loggedIn("claire", "t");
        assertThat(second.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(200);
        second.sessions().endByLogin("sid-claire").block();
        assertThat(first.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(401);

        // what both count together is counted by the minute of the clock: begin where enough of it is left
        await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now().getEpochSecond() % 60 < 30);
        assertThat(IntStream.range(0, 3).boxed().flatMap(_ -> sent())).containsOnly(200);
        assertThat(sent()).as("each of them alone has let three of six through").containsOnly(429);

        // one of many requests: each lets its half through
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first.get("/api/needs/v1/structures/0940001A")
                                .headers()
                                .firstValue("RateLimit-Policy"))
                        .contains("\"client\";q=500;w=60"));

        database.update("insert into gateway_limit(policy, per_minute) values ('client', 2000)");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(second.get("/api/needs/v1/structures/0940001A")
                                .headers()
                                .firstValue("RateLimit-Policy"))
                        .contains("\"client\";q=1000;w=60"));
    }

    /** The same long story to one after the other. */
    private Stream<Integer> sent() {
        return Stream.of(first, second)
                .map(door -> door.send(
                                "POST",
                                "/mentors/candidature",
                                BodyPublishers.ofString("motivation=" + "Je+veux+aider.".repeat(20)),
                                "Origin",
                                Door.ORIGIN,
                                "Accept",
                                Door.PAGE,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode());
    }
}
