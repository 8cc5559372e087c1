package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A proof of good standing runs out while nobody looks; on real PostgreSQL and Kafka. */
@ServiceTest
@TestPropertySource(properties = "mentorat.deadlines.every=200ms")
class ProofExpiryStoryTest {
    private static final String API = "/api/mentors/v1/mentors";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    @TestConfiguration
    static class MovableTime {
        @Bean
        Clock clock() {
            Clock real = Clock.system(PARIS);
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return real.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return real.withZone(zone);
                }

                @Override
                public Instant instant() {
                    return real.instant().plus(AHEAD.get());
                }
            };
        }
    }

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @AfterEach
    void back() {
        AHEAD.set(Duration.ZERO);
    }

    @Test
    void an_expiry_is_told_once_with_its_true_day_and_the_pages_say_what_to_do_until_a_new_proof_is_seen() {
        LocalDate today = LocalDate.now(PARIS);
        Http referent = new Http(port).as(Tokens.referent("23"));
        String mentor = new Http(port).post(API, """
                        {"firstName":"Ada","lastName":"Lenoir","email":"ada.lenoir@exemple.fr","phone":"0639980001",
                         "adult":true,"departement":"23","anywhere":false,"supports":["METHOD"],"channels":["VIDEO"],
                         "capacity":1}""").json().path("mentor").asString();
        Http self = new Http(port).as(Tokens.mentor(mentor));
        String path = API + "/" + mentor;
        LocalDate issued = today.minusMonths(3).plusDays(2);
        LocalDate last = issued.plusMonths(3);
        referent.post(path + "/interview", Map.of("heldOn", today.toString(), "passed", true));
        referent.post(path + "/proof", Map.of("kind", "B3_SHOWN", "issuedOn", issued.toString()));
        self.post(API + "/me/charter", Map.of("version", 1));
        self.post(API + "/me/training", Map.of("module", "CORE"));
        assertThat(self.get("/mentors/mon-espace").body()).contains("Tout est prêt");
        assertThat(told(mentor)).isEmpty();
        assertThat(row(referent, mentor))
                .as("it ends the day after tomorrow")
                .contains(
                        "data-sort=\"justificatif\"", "Justificatif", "Ada Lenoir", "Le justificatif compte jusqu’au");
        assertThat(new Http(port)
                        .as(Tokens.referent("24"))
                        .get("/mentors/attente")
                        .body())
                .doesNotContain(mentor);

        // nobody was there on the day itself
        AHEAD.set(Duration.ofDays(40));
        await().atMost(Duration.ofSeconds(20)).until(() -> told(mentor).size() == 1);
        assertThat(told(mentor)).containsExactly(last.plusDays(1).toString());
        assertThat(referent.get(path).json().path("missing").toString()).isEqualTo("[\"PROOF\"]");
        assertThat(referent.get("/mentors?statut=ACTIVE").body()).contains("Justificatif expiré");
        assertThat(referent.get("/mentors/" + mentor).body())
                .contains("Justificatif expiré", "ses binômes sont à revoir")
                .doesNotContain("Toutes les conditions sont remplies");
        assertThat(self.get("/mentors/mon-espace").body())
                .contains("Votre justificatif a expiré", "Montrez-en un nouveau")
                .doesNotContain("Tout est prêt");

        assertThat(row(referent, mentor)).contains("Le justificatif ne compte plus depuis le", "Depuis ");
        LocalDate then = today.plusDays(40);
        assertThat(referent.post(path + "/proof", Map.of("kind", "B3_SHOWN", "issuedOn", then.toString()))
                        .json()
                        .path("missing"))
                .isEmpty();
        assertThat(self.get("/mentors/mon-espace").body()).contains("Tout est prêt");
        assertThat(told(mentor)).hasSize(1);
        assertThat(referent.get("/mentors/attente").body()).doesNotContain(mentor);
        assertThat(db.sql(
                                "select count(*) from domain_event where aggregate_id = ? and payload_type = 'mentors.GoodStandingProofRenewed'")
                        .param(mentor)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** What waits about this mentor, as the list of work joins it. */
    private static String row(Http referent, String mentor) {
        String page = referent.get("/mentors/attente").body().replace('\u00a0', ' ');
        int from = page.indexOf("id=\"justificatif-" + mentor);
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("</li>", from));
    }

    private List<String> told(String mentor) {
        return db.sql("""
                select payload ->> 'expiredOn' from domain_event
                where aggregate_id = ? and payload_type = 'mentors.GoodStandingProofExpired'""").param(mentor).query(String.class).list();
    }
}
