package fr.mentoratdurgence.matching.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.ExclusionBoard;
import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.LineChoice;
import fr.mentoratdurgence.matching.board.LineChoice.Order;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.ServiceTest;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 50,000 rows of each kind: a page of any list reads as few rows as it shows. */
@ServiceTest
@TestPropertySource(properties = "mentorat.live-every=1h") // the rows of this test are of no event
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
    private static final List<Person> PEOPLE = List.of(person(Set.of("975", "986")), person(Set.of("*")));
    private static final Page PAGE = new Page(50, 25);
    private static final String RUN = "run-many";

    @LocalServerPort
    private int port;

    @Autowired
    private LineBoard lines;

    @Autowired
    private ProposalBoard proposals;

    @Autowired
    private PairingBoard pairings;

    @Autowired
    private ExclusionBoard exclusions;

    @Autowired
    private RunBoard runs;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeAll
    void fifty_thousand_of_each() {
        db.sql("""
            insert into waiting_line(need, line, structure, departement, priority_audience, level_band, profile,
                declared_on, seats, used, free, open)
            select 'need-many-' || lpad(n::text, 5, '0'), 1, 'structure-many-' || n % 300,
                case n % 2 when 0 then '975' else '986' end, (array['NONE', 'REP', 'QPV'])[n % 3 + 1],
                (array['LYCEE_GT', 'CP_CE2'])[n / 7 % 2 + 1],
                '{"levelBand":"LYCEE_GT","supports":[],"subjects":[],"channels":[],"slots":[]}',
                date '2020-05-01' - n % 40, 4, n % 5, 4 - n % 5, n % 11 > 0
            from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into proposal(proposal, need, line, seat, mentor, structure, referent, departement, academie,
                level_band, priority_audience, need_declared_on, origin, run, policy_version, score, proposed_at, expires_at, status)
            select 'proposal-many-' || lpad(n::text, 5, '0'), 'need-many-' || lpad(n::text, 5, '0'), 1, 1,
                'mentor-many-' || n, 'structure-many-' || n % 300, 'account-r', case n % 2 when 0 then '975' else '986' end, '44',
                'LYCEE_GT', 'NONE', date '2020-04-01', 'RUN', 'run-many', 1, 50,
                timestamptz '2020-05-01' - make_interval(mins => n % 900), timestamptz '2020-06-01',
                (array['ACCEPTED', 'EXPIRED', 'CONFIRMED'])[n % 3 + 1]
            from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into prematching(prematching, need, line, candidates, asked_by, asked_at, ended, structure,
                departement)
            select 'prematching-many-' || n, 'need-many-' || lpad(n::text, 5, '0'), 1, '["mentor-none"]', 'account-a',
                timestamptz '2020-05-01' - make_interval(mins => n % 900), case n % 4 when 0 then 'SERVED' end,
                'structure-many-' || n % 300, case n % 2 when 0 then '975' else '986' end
            from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into excluded_pairing(need, line, mentor, excluded_at, structure, departement)
            select 'need-many-' || lpad(n::text, 5, '0'), 1, 'mentor-many-' || n, now(), 'structure-many-' || n % 300,
                case n % 2 when 0 then '975' else '986' end
            from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into mentor_load(mentor, profile, capacity, open)
            select 'mentor-many-' || n, '{"departement":"975"}', 1, true from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into held_mentor(mentor, pair, need, reason, held_by, held_at)
            select 'mentor-many-' || n, 'pair-many-' || n, 'need-many-' || lpad(n::text, 5, '0'), 'SAFEGUARDING',
                'account-a', timestamptz '2020-05-01' - make_interval(mins => n % 900)
            from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into matching_run(run, policy_version, seed, input_position, seats, capacity, started_at)
            select 'run-many-' || n, 1, 0, n, 1, 1, timestamptz '2020-05-01' - make_interval(mins => n)
            from generate_series(1, 50000) n\
            """).update();
        db.sql("analyze").update();
    }

    @AfterAll
    void nothing_of_it_stays() {
        for (String table : List.of("waiting_line", "proposal", "prematching", "excluded_pairing", "held_mentor")) {
            db.sql("delete from " + table + " where need like 'need-many-%'").update();
        }
        db.sql("delete from referent_pair where account like 'account-many-%'").update();
        db.sql("delete from referent_load where account like 'account-many-%'").update();
        db.sql("delete from mentor_load where mentor like 'mentor-many-%'").update();
        db.sql("delete from matching_run where run like 'run-many-%'").update();
    }

    @Test
    void a_page_of_waiting_lines_reads_what_it_shows_however_it_is_chosen_and_ordered() {
        for (Person person : PEOPLE) {
            for (Order order : Order.values()) {
                assertThat(rows(() -> lines.waiting(person, new LineChoice(null, null, null, order), new Page(0, 8))))
                        .as("%s", order)
                        .isLessThan(700);
                assertThat(rows(() -> lines.waiting(
                                person, new LineChoice("975", PriorityAudience.REP, LevelBand.CP_CE2, order), PAGE)))
                        .as("%s, chosen", order)
                        .isLessThan(400);
            }
            assertThat(rows(() -> lines.waiting(person, LineChoice.ALL, new Page(0, 25))))
                    .isLessThan(150);
            assertThat(rows(() -> lines.departements(person))).isLessThan(20);
        }
    }

    @Test
    void counts_stop_where_nobody_turns_pages_any_more() {
        for (Person person : PEOPLE) {
            LineChoice rep = new LineChoice(null, PriorityAudience.REP, null, Order.URGENCE);
            for (LineChoice choice : List.of(LineChoice.ALL, rep)) {
                assertThat(lines.totals(person, choice).lines()).isEqualTo(FirstRows.MOST + 1);
                assertThat(rows(() -> lines.totals(person, choice))).isLessThan(6L * FirstRows.MOST);
            }
            assertThat(proposals.countProposals(person, ProposalBoard.Wanted.of(Status.ACCEPTED)))
                    .isEqualTo(FirstRows.MOST + 1);
            assertThat(rows(() -> proposals.countProposals(person, ProposalBoard.Wanted.of(Status.ACCEPTED))))
                    .isLessThan(5L * FirstRows.MOST);
            assertThat(rows(() -> proposals.countProposals(person, ProposalBoard.Wanted.of(null))))
                    .isLessThan(5L * FirstRows.MOST);
            assertThat(rows(() -> proposals.countProposalsOf(RUN, person))).isLessThan(5L * FirstRows.MOST);
            assertThat(rows(() -> pairings.countPrematchings(person))).isLessThan(5L * FirstRows.MOST);
            assertThat(rows(() -> exclusions.countLines(person))).isLessThan(5L * FirstRows.MOST);
            assertThat(rows(() -> pairings.countHeld(person))).isLessThan(8L * FirstRows.MOST);
        }
    }

    @Test
    void a_page_of_any_other_list_reads_what_it_shows() {
        for (Person person : PEOPLE) {
            assertThat(rows(() -> proposals.proposals(person, ProposalBoard.Wanted.of(null), PAGE)))
                    .isLessThan(400);
            assertThat(rows(() -> proposals.proposals(person, ProposalBoard.Wanted.of(Status.ACCEPTED), PAGE)))
                    .isLessThan(400);
            for (ProposalBoard.Wanted narrowed : List.of(
                    new ProposalBoard.Wanted(Status.EXPIRED, PriorityAudience.REP, ProposalBoard.Followed.ALL),
                    new ProposalBoard.Wanted(null, PriorityAudience.NONE, ProposalBoard.Followed.ALL),
                    new ProposalBoard.Wanted(Status.ACCEPTED, null, ProposalBoard.Followed.MINE))) {
                assertThat(rows(() -> proposals.proposals(person, narrowed, PAGE)))
                        .as("%s", narrowed)
                        .isLessThan(1500);
            }
            assertThat(rows(() -> proposals.proposalsOf(RUN, person, PAGE))).isLessThan(400);
            assertThat(rows(() -> pairings.prematchings(person, PAGE))).isLessThan(800);
            assertThat(rows(() -> exclusions.lines(person, PAGE))).isLessThan(500);
            assertThat(rows(() -> pairings.held(person))).isLessThan(8L * FirstRows.MOST);
            assertThat(rows(() -> pairings.isHeld("mentor-many-7", person))).isLessThan(20);
            assertThat(rows(() -> runs.runs(50))).isLessThan(150);
        }
    }

    @Test
    void the_order_is_that_of_the_whole_list() {
        Person person = PEOPLE.getFirst();
        String mine = " and departement in ('975', '986') ";
        assertThat(lines.waiting(person, LineChoice.ALL, PAGE).stream().map(FreeLine::need))
                .containsExactlyElementsOf(needs("open and free > 0" + mine + "order by declared_on, need"));
        assertThat(lines.waiting(person, new LineChoice(null, null, LevelBand.CP_CE2, Order.PLACES), PAGE).stream()
                        .map(FreeLine::need))
                .containsExactlyElementsOf(needs("open and free > 0 and level_band = 'CP_CE2'" + mine
                        + "order by free desc, declared_on, need"));
        assertThat(lines.waiting(person, new LineChoice("986", null, null, Order.URGENCE), PAGE).stream()
                        .map(FreeLine::need))
                .containsExactlyElementsOf(needs("open and free > 0 and departement = '986'"
                        + " order by declared_on - date '2020-01-01' - case priority_audience when 'REP_PLUS' then 40"
                        + " when 'REP' then 30 when 'QPV' then 25 when 'RURAL_FRAGILE' then 20 else 0 end,"
                        + " declared_on, need"));
        assertThat(proposals.proposals(person, ProposalBoard.Wanted.of(Status.EXPIRED), PAGE).stream()
                        .map(ProposalRow::proposal))
                .containsExactlyElementsOf(db.sql("""
                    select proposal from proposal where departement in ('975', '986') and status = 'EXPIRED'
                    order by proposed_at, proposal offset 50 limit 25\
                    """).query(String.class).list());
    }

    @Test
    void the_pages_say_that_there_are_more() {
        Http referent = new Http(port).as(Tokens.referent("986")).with("Accept", "text/html");
        assertThat(referent.get("/appariement").body())
                .contains("plus de 1\u202f000", "Voir toutes les lignes, filtrer et trier");
        assertThat(referent.get("/appariement/places").body()).contains("Plus de 1\u202f000 lignes");
        assertThat(referent.get("/appariement/propositions").body()).contains("Plus de 1\u202f000 propositions");
        assertThat(referent.get("/appariement/exclusions").body()).contains("Plus de 1\u202f000 exclusions");
        assertThat(referent.get("/appariement/calculs/run-many-7").status()).isEqualTo(200);
    }

    @Test
    void how_much_each_referent_follows_costs_what_it_shows() {
        db.sql("""
            insert into referent_pair(pair, account)
            select 'pair-many-' || n, 'account-many-' || n % 5000 from generate_series(1, 50000) n\
            """).update();
        db.sql("""
            insert into referent_load(account, pairs)
            select account, count(*) from referent_pair where account like 'account-many-%' group by account\
            """).update();
        db.sql("analyze referent_pair, referent_load").update();

        assertThat(rows(() -> pairings.referentLoads(PAGE))).isLessThan(400);
        assertThat(rows(() -> pairings.referentLoad("account-many-7"))).isLessThan(20);
        assertThat(rows(pairings::countReferentLoads)).isLessThan(5L * FirstRows.MOST);
        assertThat(pairings.countReferentLoads()).isEqualTo(FirstRows.MOST + 1);
        Http coordinator = new Http(port).as(Tokens.coordinator());
        var first = coordinator.get("/api/matching/v1/referents");
        assertThat(first.json()).hasSize(500);
        assertThat(first.response().headers().firstValue("Link").orElse(""))
                .startsWith("</api/matching/v1/referents?after=");
        assertThat(rows(() -> pairings.readLoads(""))).isLessThan(1_200);
        assertThat(coordinator
                        .with("Accept", "text/html")
                        .get("/appariement/referents?page=2")
                        .body())
                .contains("account-many-", "Page 2 sur")
                .doesNotContain("??");
    }

    @Test
    void the_lines_of_the_api_cost_what_they_show() {
        // 50,000 mentors are free: only the reason of one line looks at them
        Http referent = new Http(port).as(Tokens.referent("986"));
        var first = referent.get("/api/matching/v1/lines");
        assertThat(first.json()).hasSize(500);
        assertThat(first.json().get(0).has("why")).isFalse();
        assertThat(first.response().headers().firstValue("Link").orElse(""))
                .startsWith("</api/matching/v1/lines?after=");
        String need = first.json().get(0).get("need").asString();
        assertThat(referent.get("/api/matching/v1/lines/" + need + "/1")
                        .json()
                        .at("/why")
                        .isObject())
                .isTrue();
        assertThat(referent.get("/api/matching/v1/lines/need-nowhere/1").status())
                .isEqualTo(404);
    }

    private List<String> needs(String which) {
        return db.sql("select need from waiting_line where " + which + " offset 50 limit 25")
                .query(String.class)
                .list();
    }

    private long rows(Supplier<?> work) {
        return RowsRead.by(new TransactionTemplate(transactions), db, work);
    }

    private static Person person(Set<String> territory) {
        return new Person("account-many", "", Set.of("referent"), territory, null, null);
    }
}
