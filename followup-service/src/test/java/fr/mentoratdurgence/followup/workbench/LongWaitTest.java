package fr.mentoratdurgence.followup.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.pairs.Sought;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.Tokens;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 50,000 needs wait for a call: a page of the workbench reads as few rows as it shows. */
@FollowupTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongWaitTest {
    private static final Set<String> OVERSEAS = Set.of("986", "987");
    private static final List<Person> PEOPLE = List.of(person(OVERSEAS), person(Set.of("*")));

    @LocalServerPort
    private int port;

    @Autowired
    private WorkbenchBoard waiting;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeAll
    void fifty_thousand_needs_wait() {
        db.sql("""
                insert into known_need(need, structure, departement, priority_audience, declared_on, status)
                select 'need-wait-' || lpad(n::text, 5, '0'), 'structure-wait', case n % 2 when 0 then '986' else '987' end,
                    case n % 5 when 0 then 'REP' else 'NONE' end, date '2020-05-01' - n % 40, 'DECLARED'
                from generate_series(1, 50000) n""").update();
        db.sql("analyze known_need").update();
    }

    @AfterAll
    void nothing_of_it_stays() {
        db.sql("delete from known_need where structure = 'structure-wait'").update();
    }

    @Test
    void a_page_reads_the_rows_that_it_shows() {
        for (Person person : PEOPLE) {
            assertThat(rows(() -> waiting.toCall(person, Sought.ALL, 10))).isLessThan(100);
            assertThat(rows(() -> waiting.toCall(person, Sought.ALL, 60))).isLessThan(500);
        }
    }

    @Test
    void a_count_stops_where_nobody_turns_pages_any_more() {
        for (Person person : PEOPLE) {
            assertThat(waiting.toCallByReferent(person, Sought.ALL)).containsEntry("", FirstRows.MOST + 1);
            assertThat(rows(() -> waiting.toCallByReferent(person, Sought.ALL))).isLessThan(6L * FirstRows.MOST);
        }
    }

    @Test
    void the_order_is_that_of_the_whole_list() {
        List<String> first = waiting.toCall(PEOPLE.getFirst(), Sought.ALL, 60).stream()
                .map(NeedToCall::need)
                .toList();
        assertThat(first).isEqualTo(db.sql("""
                        select need from known_need n where departement in ('986', '987') and status = 'DECLARED'
                        order by declared_on - case priority_audience when 'REP' then 4 else 0 end, need limit 60""").query(String.class).list());
    }

    @Test
    void the_page_says_that_there_are_more() {
        String page = new Http(port)
                .as(Tokens.referent("986"))
                .with("Accept", "text/html")
                .get("/suivi")
                .body();
        assertThat(page).contains("plus de 1\u202f000", "Page 1 sur 20");
    }

    private long rows(Supplier<?> work) {
        return RowsRead.by(new TransactionTemplate(transactions), db, work);
    }

    private static Person person(Set<String> territory) {
        return new Person("account-wait", "", Set.of("referent"), territory, null, null);
    }
}
