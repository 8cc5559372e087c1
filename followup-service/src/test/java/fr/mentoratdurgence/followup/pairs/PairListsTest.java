package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Long lists of pairs: a page at a time, and of those who may see them only. */
@FollowupTest
class PairListsTest {
    private static final String PAIRS = "/api/followup/v1/pairs";
    private static final String STRUCTURE = "structure-9880001A";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PairBoard board;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void many_pairs_of_one_structure() {
        db.sql("""
            insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, opened_on, silent_since, first_contact_due_at, first_contact_overdue, status, ended_on)
            select 'pair-list-' || n, 'proposal-list', 'need-list', 1, n, 'mentor-list', :structure, 'account-list',
                '988', '40', 'LYCEE_GT', 'NONE', current_date - n, current_date - n, current_date - n, now(), false,
                case when n <= 60 then 'LIVE' else 'CLOSED' end, case when n <= 60 then null else current_date end
            from generate_series(1, 501) n\
            """).param("structure", STRUCTURE).update();
    }

    @AfterEach
    void nothing_of_it_stays() {
        db.sql("delete from pair where need = 'need-list'").update();
    }

    @Test
    void a_program_reads_all_pairs_in_portions_and_none_is_left_out_or_comes_twice_while_they_come_and_go() {
        for (Http reader :
                List.of(new Http(port).as(Tokens.referent("988")), new Http(port).as(Tokens.structure(STRUCTURE)))) {
            Answer first = reader.get(PAIRS);
            assertThat(first.json()).hasSize(500);
            assertThat(first.json().get(0).get("pair").asString()).isEqualTo("pair-list-501");
            // one that was read goes, one comes, one that was not read changes its state
            db.sql("delete from pair where pair = 'pair-list-450'").update();
            pair(700, "current_date", "LIVE");
            db.sql("update pair set status = 'INTERRUPTED', ended_on = current_date where pair = 'pair-list-1'")
                    .update();
            Answer second = reader.get(next(first));
            assertThat(pairs(second)).containsExactly("pair-list-1", "pair-list-700");
            assertThat(next(second)).isEmpty();
            nothing_of_it_stays();
            many_pairs_of_one_structure();
        }
        List<String> everywhere = new ArrayList<>();
        for (String portion = PAIRS; !portion.isEmpty(); ) {
            Answer answer = new Http(port).as(Tokens.coordinator()).get(portion);
            everywhere.addAll(pairs(answer));
            portion = next(answer);
        }
        assertThat(everywhere).doesNotHaveDuplicates();
        assertThat(everywhere.stream().filter(pair -> pair.startsWith("pair-list-")))
                .hasSize(501);
    }

    @Test
    void a_portion_is_of_a_state_and_of_those_who_may_see_it_and_of_this_list_alone() {
        Http here = new Http(port).as(Tokens.referent("988"));
        Answer live = here.get(PAIRS + "?status=LIVE");
        assertThat(live.json()).hasSize(60);
        assertThat(next(live)).isEmpty();
        assertThat(next(here.get(PAIRS + "?status=CLOSED"))).isEmpty();
        assertThat(next(here.get(PAIRS))).startsWith(PAIRS + "?after=");

        assertThat(new Http(port).as(Tokens.referent("987")).get(PAIRS).json()).isEmpty();
        assertThat(new Http(port)
                        .as(Tokens.structure("structure-9870001A"))
                        .get(PAIRS)
                        .json())
                .isEmpty();
        assertThat(pairs(new Http(port)
                        .as(Tokens.of("list", List.of("referent"), List.of("987"), null, null))
                        .get(PAIRS)))
                .isEmpty();
        db.sql("update pair set referent = :me where pair = 'pair-list-7'")
                .param("me", Tokens.account("list"))
                .update();
        assertThat(pairs(new Http(port)
                        .as(Tokens.of("list", List.of("referent"), List.of("987"), null, null))
                        .get(PAIRS)))
                .as("one's own, wherever it is")
                .containsExactly("pair-list-7");
        for (String foreign : List.of("x", "MjAyMC0wMy0yMA", "cGFpci0xfDIwMjAtMDMtMjA", "%00")) {
            assertThat(here.get(PAIRS + "?after=" + foreign).status())
                    .as(foreign)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_portion_costs_what_it_shows_also_far_from_the_beginning() {
        db.sql("delete from pair where need = 'need-list'").update();
        db.sql("""
            insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, opened_on, silent_since, first_contact_due_at, first_contact_overdue, status)
            select 'pair-list-' || n, 'proposal-list', 'need-list', 1, n, 'mentor-list', :structure, 'account-list',
                '988', '40', 'LYCEE_GT', 'NONE', current_date, current_date - n / 100, current_date, now(), false, 'LIVE'
            from generate_series(1, 20000) n\
            """).param("structure", STRUCTURE).update();
        db.sql("analyze pair").update();
        Person referent = new Person("account-far", "", Set.of("referent"), Set.of("988"), null, null);
        String next = "";
        for (int portion = 0; portion < 30; portion++) {
            next = Objects.requireNonNull(
                    board.read(referent, PairStatus.LIVE, next).next());
        }
        String far = next;
        assertThat(RowsRead.by(transactions, db, () -> board.read(referent, PairStatus.LIVE, far)))
                .isLessThan(4_000);
    }

    @Test
    void what_a_newer_version_wrote_stops_no_list() {
        db.sql("update pair set status = 'PAUSED', continuation = 'POSTPONED', level_band = 'MATERNELLE'"
                        + " where pair = 'pair-list-1'")
                .update();

        assertThat(new Http(port)
                        .as(Tokens.referent("988"))
                        .get(next(new Http(port).as(Tokens.referent("988")).get(PAIRS)))
                        .body())
                .contains("\"PAUSED\"", "MATERNELLE");
        Http structure = new Http(port).as(Tokens.structure(STRUCTURE)).with("Accept", "text/html");
        assertThat(structure.get("/suivi/mes-binomes").status()).isEqualTo(200);
        assertThat(structure.get("/suivi/binomes/pair-list-1").body())
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

    private void pair(int number, String openedOn, String status) {
        db.sql("""
            insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, opened_on, silent_since, first_contact_due_at, first_contact_overdue, status)
            values ('pair-list-%1$s', 'proposal-list', 'need-list', 1, %1$s, 'mentor-list', '%2$s', 'account-list',
                '988', '40', 'LYCEE_GT', 'NONE', current_date, %3$s, current_date, now(), false, '%4$s')\
            """.formatted(number, STRUCTURE, openedOn, status)).update();
    }

    private static List<String> pairs(Answer answer) {
        return answer.json()
                .valueStream()
                .map(pair -> pair.get("pair").asString())
                .toList();
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
