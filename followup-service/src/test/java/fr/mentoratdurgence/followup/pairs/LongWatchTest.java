package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Charge;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 50,000 live pairs: what a page shows of them, alerts and figures included, reads as few rows as it shows. */
@FollowupTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongWatchTest {
    private static final Person OVERSEAS = person("account-watch", Set.of("W1", "W2"));
    private static final Person COUNTRY = person("account-watch", Set.of("*"));
    private static final Person SMALL = person("account-watch-7", Set.of("985"));

    @LocalServerPort
    private int port;

    @Autowired
    private WatchBoard board;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MovableClock clock;

    private LocalDate today = LocalDate.EPOCH;
    private Watch all = new Watch(true, today, 14);
    private Watch mine = new Watch(false, today, 14);

    @BeforeAll
    void fifty_thousand_pairs_go_on() {
        today = OperationDay.of(clock.instant());
        all = new Watch(true, today, 14);
        mine = new Watch(false, today, 14);
        pairs("many", 50_000, "'W' || n % 10");
        pairs("few", 300, "'985'");
        db.sql("""
                insert into known_mentor(mentor, withdrew_on, proof_expired_on, in_review_since)
                select 'mentor-watch-' || n, case n % 3 when 0 then :today end, case n % 3 when 1 then :today end,
                    case n % 3 when 2 then :today end
                from generate_series(1, 40) n""").param("today", today).update();
        db.sql("insert into known_mentor(mentor) select 'mentor-watch-still-' || n from generate_series(1, 20000) n")
                .update();
        db.sql("analyze").update();
    }

    /**
     * A seventh each: not heard of yet, and of these half overdue, of which a third was put off; the others heard of 0 to 20
     * days ago.
     */
    private void pairs(String kind, int count, String departement) {
        db.sql("""
                insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                    level_band, priority_audience, need_declared_on, opened_on, first_contact_on, last_contact_on, silent_since, first_contact_due_at,
                    first_contact_overdue, status, alert_from)
                select 'pair-watch-%s-' || lpad(n::text, 5, '0'), 'proposal-watch', 'need-watch', 1, n,
                    'mentor-watch-' || n, 'structure-watch', 'account-watch-' || n %% 500, %s, '24', 'LYCEE_GT', 'NONE',
                    :today,
                    coalesce(heard - 9, :today - n %% 10), heard, heard, coalesce(heard, :today - n %% 10), now(), n %% 7 = 0 and n %% 2 = 0, 'LIVE',
                    case when coalesce(heard, :today - n %% 10) < :today - 14 then :today
                        when n %% 42 = 0 then :today + 5 end
                from (select n, case when n %% 7 > 0 then :today - n %% 21 end as heard from generate_series(1, :count) n) n
                """.formatted(kind, departement))
                .param("today", today)
                .param("count", count)
                .update();
    }

    @AfterAll
    void nothing_of_it_stays() {
        db.sql("delete from pair where need = 'need-watch'").update();
        db.sql("delete from known_mentor where mentor like 'mentor-watch-%'").update();
        db.sql("analyze").update();
    }

    @Test
    void a_page_of_pairs_and_of_alerts_reads_the_rows_that_it_shows() {
        for (Person person : List.of(OVERSEAS, COUNTRY)) {
            assertThat(rows(() -> board.watched(person, all, false, 0, 12))).isLessThan(100);
            assertThat(rows(() -> board.watched(person, all, true, 0, 12))).isLessThan(600);
            assertThat(rows(() -> board.watched(person, all, true, 60, 12))).isLessThan(1500);
        }
    }

    @Test
    void figures_stop_where_nobody_turns_pages_any_more() {
        int more = FirstRows.MOST + 1;
        for (Person person : List.of(OVERSEAS, COUNTRY)) {
            Charge charge = board.charge(person, all);
            assertThat(charge).isEqualTo(new Charge(more, more, more, more, more, more));
            assertThat(charge.beyond()).isTrue();
            assertThat(rows(() -> board.charge(person, all))).isLessThan(15L * FirstRows.MOST);
        }
    }

    @Test
    void figures_and_alerts_are_those_of_the_whole_list() {
        Charge charge = board.charge(SMALL, all);
        assertThat(charge.live()).isEqualTo(count("true"));
        assertThat(charge.alerts()).isEqualTo(count(ALERT));
        assertThat(charge.unheard())
                .isEqualTo(count("p.last_contact_on is null"))
                .isPositive();
        assertThat(charge.week()).isEqualTo(count("p.last_contact_on >= :week"));
        assertThat(charge.fortnight()).isEqualTo(count("p.last_contact_on < :week and p.last_contact_on >= :silent"));
        assertThat(charge.longer()).isEqualTo(count("p.last_contact_on < :silent"));
        assertThat(charge.unheard() + charge.week() + charge.fortnight() + charge.longer())
                .isEqualTo(charge.live());

        List<String> alerts = asOfToday("select p.pair " + WHOLE + " and " + ALERT + " order by p.silent_since, p.pair")
                .query(String.class)
                .list();
        assertThat(board.watched(SMALL, all, true, 0, 2000).stream().map(PairRow::pair))
                .containsExactlyElementsOf(alerts);
        assertThat(board.watched(SMALL, all, true, 10, 20).stream().map(PairRow::pair))
                .containsExactlyElementsOf(alerts.subList(10, 30));
    }

    @Test
    void ones_own_pairs_are_watched_wherever_they_are() {
        Charge own = board.charge(SMALL, mine);
        assertThat(own.live()).isEqualTo(101);
        List<PairRow> first = board.watched(SMALL, mine, true, 0, 30);
        assertThat(first).hasSize(30).allMatch(pair -> pair.terms().referent().equals("account-watch-7"));
        assertThat(first).isSortedAccordingTo((a, b) -> b.silentDays(today) - a.silentDays(today));
        assertThat(board.charge(person("account-nobody", Set.of("2A")), all)).isEqualTo(new Charge(0, 0, 0, 0, 0, 0));
    }

    @Test
    void the_page_says_that_there_are_more() {
        String page = new Http(port)
                .as(Tokens.referent("W1"))
                .with("Accept", "text/html")
                .get("/suivi?qui=tous")
                .body();
        assertThat(page)
                .contains("plus de 1\u202f000", "Page 1 sur 20", "<li>7 jours au plus : plus de 1\u202f000</li>")
                .doesNotContain("class=\"bar");
    }

    private static final String WHOLE =
            "from pair p left join known_mentor m on m.mentor = p.mentor where p.status = 'LIVE'"
                    + " and (p.departement = '985' or p.referent = 'account-watch-7')";
    private static final String ALERT =
            "(p.first_contact_overdue and p.first_contact_on is null and p.alert_from is null"
                    + " or p.silent_since < :silent or m.withdrew_on is not null or m.proof_expired_on is not null"
                    + " or m.in_review_since is not null)";

    private int count(String where) {
        return asOfToday("select least(count(*), 1001) " + WHOLE + " and " + where)
                .query(Integer.class)
                .single();
    }

    private StatementSpec asOfToday(String sql) {
        return db.sql(sql).param("week", today.minusDays(7)).param("silent", today.minusDays(14));
    }

    private long rows(Supplier<?> work) {
        return RowsRead.by(new TransactionTemplate(transactions), db, work);
    }

    private static Person person(String account, Set<String> territory) {
        return new Person(account, "", Set.of("referent"), territory, null, null);
    }
}
