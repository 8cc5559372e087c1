package fr.mentoratdurgence.mentor.pool;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.test.RowsRead;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 50,000 volunteers: a page of the pool reads as few rows as it shows. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongPoolTest {
    private static final List<Person> PEOPLE = List.of(person(Set.of("986", "987")), person(Set.of("*")));

    @Autowired
    private MentorBoard mentors;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @BeforeAll
    void fifty_thousand_volunteers() {
        db.sql("""
            insert into mentor_row(mentor, status, origin, adult, departement, applied_on, anywhere, offer)
            select 'mentor-many-' || lpad(n::text, 5, '0'), 'APPLIED', 'FORM', true,
                case n % 3 when 0 then '986' when 1 then '987' else '988' end, date '2020-05-01' - n % 40, n % 10 = 0,
                '{"supports":[],"skills":[],"channels":[],"slots":[],"capacity":1,"anywhere":' || (n % 10 = 0) || '}'
            from generate_series(1, 50000) n\
            """).update();
        db.sql("analyze mentor_row").update();
    }

    @AfterAll
    void nothing_of_it_stays() {
        db.sql("delete from mentor_row where mentor like 'mentor-many-%'").update();
    }

    @Test
    void a_page_reads_the_rows_that_it_shows() {
        for (Person person : PEOPLE) {
            assertThat(rows(() -> mentors.visibleTo(person, MentorStatus.APPLIED, 0, 50)))
                    .isLessThan(200);
            assertThat(rows(() -> mentors.countVisibleTo(person, MentorStatus.APPLIED)))
                    .isLessThan(5L * FirstRows.MOST);
            assertThat(mentors.countVisibleTo(person, MentorStatus.APPLIED)).isEqualTo(FirstRows.MOST + 1);
            assertThat(rows(() -> mentors.proofsEnding(person, LocalDate.of(2020, 6, 1), 25)))
                    .isLessThan(200);
        }
    }

    @Test
    void the_order_is_that_of_the_whole_list() {
        assertThat(mentors.visibleTo(PEOPLE.getFirst(), MentorStatus.APPLIED, 30, 20).stream()
                        .map(MentorRow::mentor))
                .containsExactlyElementsOf(db.sql("""
                    select mentor from mentor_row where status = 'APPLIED' and (anywhere or departement in ('986', '987'))
                    order by applied_on, mentor offset 30 limit 20\
                    """).query(String.class).list());
    }

    @Test
    void a_program_reads_all_of_them_once_and_each_portion_costs_what_it_shows() {
        for (Person person : PEOPLE) {
            List<String> read = new ArrayList<>();
            for (@Nullable String next = ""; next != null; ) {
                Portion<MentorRow> portion = mentors.read(person, MentorStatus.APPLIED, next);
                portion.rows().forEach(row -> read.add(row.mentor()));
                next = portion.next();
                if (read.size() == 20_000) {
                    String far = Objects.requireNonNull(next);
                    assertThat(rows(() -> mentors.read(person, MentorStatus.APPLIED, far)))
                            .isLessThan(4_000);
                }
            }
            assertThat(read).doesNotHaveDuplicates().hasSizeGreaterThan(30_000);
        }
    }

    private long rows(Supplier<?> work) {
        return RowsRead.by(new TransactionTemplate(transactions), db, work);
    }

    private static Person person(Set<String> territory) {
        return new Person("account-many", "", Set.of("referent"), territory, null, null);
    }
}
