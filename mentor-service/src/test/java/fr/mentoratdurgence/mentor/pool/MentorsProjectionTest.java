package fr.mentoratdurgence.mentor.pool;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Rebuilt;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class MentorsProjectionTest {
    private static final String API = "/api/mentors/v1/mentors";
    private final String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    @Autowired
    ReadModels readModels;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @Test
    void a_rebuild_gives_the_same_rows() {
        Http referent = new Http(port).as(Tokens.referent("94"));
        List<String> mentors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String mentor = apply("replay" + i + "@exemple.fr");
            mentors.add(mentor);
            String path = API + "/" + mentor;
            String moment = Instant.now().plus(Duration.ofDays(2 + i)).toString();
            referent.post(path + "/interview/moments", Map.of("moments", List.of(moment)));
            referent.post(path + "/interview/appointment", Map.of("at", moment));
            Http self = new Http(port).as(Tokens.mentor(mentor));
            referent.post(path + "/interview", Map.of("heldOn", today, "passed", i != 3, "reason", "OTHER"));
            referent.post(path + "/proof", Map.of("kind", "HONORABILITY_CERTIFICATE", "issuedOn", today));
            referent.post(path + "/proof", Map.of("kind", "B3_SHOWN", "issuedOn", today));
            self.post(API + "/me/charter", Map.of("version", 1));
            self.post(API + "/me/training", Map.of("module", "CORE"));
            if (i == 1) {
                self.post(API + "/me/withdrawal", Map.of("reason", "MOVED"));
            } else if (i == 2) {
                self.delete(API + "/me");
            }
        }
        assertThat(rows())
                .filteredOn(row -> mentors.stream().anyMatch(row::contains))
                .hasSize(4)
                .anyMatch(r -> r.contains("ACTIVE"))
                .anyMatch(r -> r.contains("REFUSED"));

        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private String apply(String email) {
        return new Http(port)
                .post(API, """
                        {"firstName":"Ada","lastName":"Lenoir","email":"%s","phone":"0612345678","adult":true,
                         "departement":"94","anywhere":true,"supports":["METHOD"],"channels":["VIDEO"],"capacity":1}""".formatted(email))
                .json()
                .path("mentor")
                .asString();
    }

    private List<String> rows() {
        return db.sql("""
                        select mentor_row::text || coalesce(interview::text, '')
                        from mentor_row left join interview using (mentor) order by mentor""").query(String.class).list();
    }
}
