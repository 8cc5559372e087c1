package fr.mentoratdurgence.needs.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 50,000 needs: a page reads as few rows as it shows, and a school is found however its name is typed. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListTest {
    private static final Selection OPEN = new Selection(EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN)), null);
    private static final List<Person> PEOPLE = List.of(person(Set.of("986", "987")), person(Set.of("*")));

    @Autowired
    private NeedBoard board;

    @Autowired
    private PeopleIndex index;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeAll
    void fifty_thousand_needs() {
        db.sql("""
                insert into need(need, reference, structure, departement, priority_audience, origin, declared_on,
                    declared_at, status)
                select 'need-many-' || lpad(n::text, 5, '0'), 'MU-' || n, 'structure-many-' || n / 50,
                    case n % 2 when 0 then '986' else '987' end, 'NONE', 'FORM', date '2020-05-01' - n % 40,
                    timestamptz '2020-05-01', (array['DECLARED', 'ASSIGNED', 'CONTACTED', 'QUALIFIED', 'WITHDRAWN'])[n % 5 + 1]
                from generate_series(1, 50000) n""").update();
        db.sql("""
                insert into structure_name(structure, name, commune, published)
                select 'structure-many-' || n, case n when 7 then 'COLLEGE DU SACRÉ-CŒUR' else 'ECOLE ' || n end,
                    case n when 7 then 'St-Pierre L’Haÿ-les-Roses' else 'Commune ' || n end, true
                from generate_series(0, 20000) n""").update();
        // beside them, as many of what stands beside a need: a table of three rows is read whole
        db.sql("""
                insert into need_line(need, line, count, profile)
                select need, 1, 1, '{"line":1,"levelBand":"CP_CE2","supports":["METHOD"],"subjects":[],"channels":["PHONE"],
                    "slots":[],"familyLink":true}' from need where need like 'need-many-%'""").update();
        db.sql("""
                insert into need_proposal(proposal, need, line, seat, state)
                select 'proposal-' || need, need, 1, 1, 'EXPIRED' from need where need like 'need-many-%'""").update();
        db.sql("""
                insert into structure(structure, uai, kind, departement, academie, commune, source)
                select structure, structure, 'SCHOOL', '986', '40', '98600', 'DIRECTORY' from structure_name
                where structure like 'structure-many-%'""").update();
        db.sql("analyze").update();
    }

    @AfterAll
    void nothing_of_it_stays() {
        for (String table : List.of("need_proposal", "need_line", "need")) {
            db.sql("delete from " + table + " where need like 'need-many-%'").update();
        }
        db.sql("delete from structure where structure like 'structure-many-%'").update();
        db.sql("delete from structure_name where structure like 'structure-many-%'")
                .update();
    }

    @Test
    void a_page_reads_the_rows_that_it_shows() {
        for (Person person : PEOPLE) {
            assertThat(rows(() -> board.toDo(person, OPEN, 0, 50))).isLessThan(1000);
        }
    }

    @Test
    void a_list_of_one_audience_or_of_who_follows_reads_the_rows_that_it_shows() {
        for (Person person : PEOPLE) {
            Selection rare = new Selection(OPEN.statuses(), null, false, PriorityAudience.REP_PLUS, null);
            assertThat(rows(() -> board.toDo(person, rare, 0, 50))).isLessThan(1000);
            Selection own = new Selection(OPEN.statuses(), null, false, null, "account-many");
            assertThat(rows(() -> board.toDo(person, own, 0, 50))).isLessThan(1000);
            assertThat(rows(() -> board.counts(person, PriorityAudience.REP_PLUS, "account-many")))
                    .isLessThan(11L * FirstRows.MOST);
        }
    }

    @Test
    void a_count_stops_where_nobody_turns_pages_any_more() {
        for (Person person : PEOPLE) {
            assertThat(board.counts(person)).hasSize(5).containsEntry(NeedStatus.DECLARED, FirstRows.MOST + 1);
            assertThat(rows(() -> board.counts(person))).isLessThan(11L * FirstRows.MOST);
        }
    }

    @Test
    void the_order_is_that_of_the_whole_list() {
        assertThat(board.toDo(PEOPLE.getFirst(), OPEN, 40, 20).stream().map(NeedView::need))
                .containsExactlyElementsOf(db.sql("""
                        select need from need n where departement in ('986', '987') and status <> 'WITHDRAWN'
                        order by case when status in ('DECLARED', 'ASSIGNED') then 0 when status = 'CONTACTED' then 1 else 2 end,
                            declared_on, declared_at, need offset 40 limit 20""").query(String.class).list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coeur",
                "Sacré-Cœur",
                "sacre coeur",
                "cœur sacré",
                "colege du sacre coeur",
                "l'hay les roses",
                "hay sacre",
                "st pierre coeur",
                "Saint-Pierre hay",
                "SACRÉ  COEUR",
                "sacré-coer"
            })
    void a_school_is_found_however_its_name_is_typed(String typed) {
        List<NeedView> found = board.search(PEOPLE.getFirst(), typed, index.query(typed), 60);
        assertThat(found).isNotEmpty().allMatch(need -> need.structure().equals("structure-many-7"));
    }

    @Test
    void what_nobody_is_called_is_not_found() {
        assertThat(board.search(PEOPLE.getFirst(), "gymnase", index.query("gymnase"), 60))
                .isEmpty();
    }

    private long rows(Supplier<?> work) {
        return RowsRead.by(new TransactionTemplate(transactions), db, work);
    }

    private static Person person(Set<String> territory) {
        return new Person("account-many", "", Set.of("referent"), territory, null, null);
    }
}
