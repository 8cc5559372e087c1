package fr.mentoratdurgence.matching.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Long lists: a page at a time, and of one's own territory only. */
@ServiceTest
@TestPropertySource(properties = "mentorat.live-every=1h") // the rows of this test are of no event
class ListsTest {
    private static final String API = "/api/matching/v1";
    private static final String HERE = "988"; // no other test tells anything of these two
    private static final String THERE = "987";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    private Http here;
    private Http there;

    @BeforeEach
    void people() {
        here = new Http(port).as(Tokens.referent(HERE));
        there = new Http(port).as(Tokens.referent(THERE));
    }

    @AfterEach
    void nothing_of_it_stays() {
        for (String table : new String[] {"waiting_line", "proposal", "prematching", "excluded_pairing"}) {
            db.sql("delete from " + table + " where need like 'need-list-%'").update();
        }
    }

    @Test
    void proposals() {
        db.sql("""
            insert into proposal(proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, origin, policy_version, score, proposed_at, expires_at, status)
            select 'proposal-list-' || n, 'need-list-' || n, 1, 1, 'mentor-none', 'structure-0940176F', 'account-r',
                '988', '40', 'LYCEE_GT', 'NONE', now(), 'RUN', 1, 50, now() + make_interval(secs => n), now(), 'EXPIRED'
            from generate_series(1, 501) n\
            """).update();

        Answer first = here.get(API + "/proposals");
        assertThat(first.json()).hasSize(500);
        assertThat(first.json().get(0).get("proposal").asString()).isEqualTo("proposal-list-1");
        Answer second = here.get(next(first));
        assertThat(second.json()).hasSize(1);
        assertThat(second.json().get(0).get("proposal").asString()).isEqualTo("proposal-list-501");
        assertThat(next(second)).isEmpty();
        assertThat(here.get(next(here.get(API + "/proposals?status=EXPIRED&followed=NOBODY")))
                        .json())
                .hasSize(1);
        assertThat(here.get(API + "/proposals?status=PROPOSED").json()).isEmpty();
        assertThat(there.get(API + "/proposals").json()).isEmpty();

        assertThat(page(here, "/appariement/propositions?etat=EXPIRED&page=2"))
                .contains("Page 2 sur 21", "etat=EXPIRED&amp;page=3", "proposal-list-26\"");
        assertThat(page(there, "/appariement/propositions")).doesNotContain("proposal-list-");
    }

    @Test
    void what_a_newer_version_wrote_stops_no_list() {
        db.sql("""
            insert into proposal(proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, origin, policy_version, score, proposed_at, expires_at,
                status, declined_side, decline_reason)
            values ('proposal-list-new', 'need-list-1', 1, 1, 'mentor-none', 'structure-0940176F', 'account-r', '988',
                '40', 'MATERNELLE', 'OUTRE_MER', now(), 'SWAP', 1, 50, now(), now(), 'PAUSED', 'FAMILY', 'MOVED')\
            """).update();
        lines(2);
        db.sql("""
            update waiting_line set priority_audience = 'OUTRE_MER', profile = '{"levelBand":"LYCEE_GT",
                "supports":["SPORT"],"subjects":[],"channels":[],"slots":[]}' where need = 'need-list-1'\
            """).update();
        db.sql("""
            update waiting_line set profile = '{"levelBand":"MATERNELLE","supports":[],"subjects":[],"channels":[],
                "slots":[]}' where need = 'need-list-2'\
            """).update();

        assertThat(here.get(API + "/proposals").body()).contains("PAUSED", "MATERNELLE", "OUTRE_MER");
        assertThat(page(here, "/appariement/propositions"))
                .contains("PAUSED", "MATERNELLE", "SWAP")
                .doesNotContain("??");
        assertThat(here.get(API + "/lines").json()).hasSize(1);
        assertThat(page(here, "/appariement")).contains("need-list-1").doesNotContain("need-list-2", "??");
    }

    @Test
    void waiting_lines() {
        lines(501);

        Answer first = here.get(API + "/lines");
        assertThat(first.json()).hasSize(500);
        assertThat(here.get(next(first)).json()).hasSize(1);
        assertThat(there.get(API + "/lines").json()).isEmpty();

        assertThat(page(here, "/appariement/places?niveau=LYCEE_GT&tri=PLACES&page=2"))
                .contains("Page 2 sur 21", "niveau=LYCEE_GT&amp;tri=PLACES&amp;page=3", "501 lignes");
        assertThat(page(here, "/appariement/places?niveau=CP_CE2")).doesNotContain("need-list-");
        assertThat(page(here, "/appariement/places?departement=987")).contains("501 lignes");
        assertThat(page(there, "/appariement/places")).doesNotContain("need-list-");
        assertThat(page(here, "/appariement")).contains("501");
    }

    @Test
    void named_mentors_and_exclusions() {
        lines(27);
        db.sql("""
            insert into prematching(prematching, need, line, candidates, asked_by, asked_at, structure, departement)
            select 'prematching-list-' || n, 'need-list-' || n, 1, '["mentor-none"]', 'account-a',
                now() - make_interval(secs => n), 'structure-0940176F', '988'
            from generate_series(1, 27) n\
            """).update();
        db.sql("""
            insert into excluded_pairing(need, line, mentor, reason, excluded_by, excluded_at, structure, departement)
            select 'need-list-' || n, 1, 'mentor-list-' || n, null, null, now(), 'structure-0940176F', '988' from generate_series(1, 27) n\
            """).update();

        Answer asked = here.get(API + "/prematchings");
        assertThat(asked.json()).hasSize(27);
        assertThat(next(asked)).isEmpty();
        assertThat(there.get(API + "/prematchings").json()).isEmpty();
        assertThat(page(here, "/appariement/prematchings?page=2"))
                .contains("Page 2 sur 2", "prematching-list-26\"")
                .doesNotContain("prematching-list-25\"");
        assertThat(page(there, "/appariement/prematchings")).doesNotContain("prematching-list-");

        assertThat(page(here, "/appariement/exclusions")).contains("27 exclusions", "/appariement/exclusions?page=2");
        assertThat(page(here, "/appariement/exclusions?page=2"))
                .contains("Page 2 sur 2", "mentor-list-")
                .doesNotContain("??");
        assertThat(page(there, "/appariement/exclusions")).doesNotContain("mentor-list-");
    }

    private void lines(int count) {
        db.sql("""
            insert into waiting_line(need, line, structure, departement, priority_audience, level_band, profile,
                declared_on, seats, free, open)
            select 'need-list-' || n, 1, 'structure-0940176F', '988', 'NONE', 'LYCEE_GT',
                '{"levelBand":"LYCEE_GT","supports":[],"subjects":[],"channels":[],"slots":[]}',
                current_date, 2, 2, true
            from generate_series(1, :count) n\
            """).param("count", count).update();
    }

    private static String page(Http http, String path) {
        Answer answer = http.with("Accept", "text/html").get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** Where the next portion is; empty after the last one. */
    private static String next(Answer answer) {
        return answer.response()
                .headers()
                .firstValue("Link")
                .map(link -> link.replaceFirst("<(.*)>; rel=\"next\"", "$1"))
                .orElse("");
    }
}
