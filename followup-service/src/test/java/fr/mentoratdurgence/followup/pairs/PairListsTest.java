package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Long lists of pairs: a page at a time, and of those who may see them only. */
@FollowupTest
class PairListsTest {
    private static final String PAIRS = "/api/followup/v1/pairs";
    private static final String STRUCTURE = "structure-9880001A";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void many_pairs_of_one_structure() {
        db.sql("""
                insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                    level_band, priority_audience, need_declared_on, opened_on, silent_since, first_contact_due_at, first_contact_overdue, status, ended_on)
                select 'pair-list-' || n, 'proposal-list', 'need-list', 1, n, 'mentor-list', :structure, 'account-list',
                    '988', '40', 'LYCEE_GT', 'NONE', current_date - n, current_date - n, current_date - n, now(), false,
                    case when n <= 60 then 'LIVE' else 'CLOSED' end, case when n <= 60 then null else current_date end
                from generate_series(1, 501) n""").param("structure", STRUCTURE).update();
    }

    @AfterEach
    void nothing_of_it_stays() {
        db.sql("delete from pair where need = 'need-list'").update();
    }

    @Test
    void the_api_gives_pages_and_the_number_of_all() {
        Http here = new Http(port).as(Tokens.referent("988"));
        Answer first = here.get(PAIRS);
        assertThat(first.json()).hasSize(500);
        assertThat(total(first)).isEqualTo("501");
        assertThat(here.get(PAIRS + "?page=2").json()).hasSize(1);
        assertThat(here.get(PAIRS + "?page=2147483647").json()).isEmpty();
        Answer live = here.get(PAIRS + "?status=LIVE");
        assertThat(live.json()).hasSize(60);
        assertThat(total(live)).isEqualTo("60");

        Answer elsewhere = new Http(port).as(Tokens.referent("987")).get(PAIRS);
        assertThat(elsewhere.json()).isEmpty();
        assertThat(total(elsewhere)).isEqualTo("0");
        assertThat(total(new Http(port).as(Tokens.structure(STRUCTURE)).get(PAIRS)))
                .isEqualTo("501");
        assertThat(total(new Http(port)
                        .as(Tokens.structure("structure-9870001A"))
                        .get(PAIRS)))
                .isEqualTo("0");
    }

    @Test
    void what_a_newer_version_wrote_stops_no_list() {
        db.sql(
                        "update pair set status = 'PAUSED', continuation = 'POSTPONED', level_band = 'MATERNELLE' where pair = 'pair-list-60'")
                .update();

        assertThat(new Http(port)
                        .as(Tokens.referent("988"))
                        .get(PAIRS + "?page=2")
                        .body())
                .contains("\"PAUSED\"", "MATERNELLE");
        Http structure = new Http(port).as(Tokens.structure(STRUCTURE)).with("Accept", "text/html");
        assertThat(structure.get("/suivi/mes-binomes").status()).isEqualTo(200);
        assertThat(structure.get("/suivi/binomes/pair-list-60").body())
                .contains("PAUSED", "MATERNELLE")
                .doesNotContain("??");
    }

    @Test
    void a_structure_turns_the_pages_of_its_own_pairs() {
        Http structure = new Http(port).as(Tokens.structure(STRUCTURE)).with("Accept", "text/html");
        String first = structure.get("/suivi/mes-binomes").body();
        assertThat(first).contains("Page 1 sur 18", "/suivi/mes-binomes?page=2", "pair-list-60\"", ">441<");
        assertThat(structure.get("/suivi/mes-binomes?page=3").body())
                .contains("pair-list-10\"")
                .doesNotContain("pair-list-11\"", "??");
        assertThat(structure.get("/suivi/mes-binomes?page=99999").body()).contains("Page 18 sur 18");
        assertThat(structure.get("/suivi/mes-binomes?page=99999999999").status())
                .isEqualTo(422);
        assertThat(new Http(port)
                        .as(Tokens.structure("structure-9870001A"))
                        .get("/suivi/mes-binomes")
                        .body())
                .doesNotContain("pair-list-");
    }

    private static String total(Answer answer) {
        return answer.response().headers().firstValue("X-Total-Count").orElse("none");
    }
}
