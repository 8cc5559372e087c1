package fr.mentoratdurgence.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is found by what, on a real PostgreSQL, among thirty thousand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIndexTest {
    private static final String OLD = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "k2:" + "A".repeat(43) + "=," + OLD;
    private static final int PEOPLE = 30_000;
    private static final Duration ENOUGH = Duration.ofMillis(150);

    private final HikariDataSource source = migrated();
    private final JdbcClient db = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final PeopleIndex index = new PeopleIndex(db, new PersonalDataCipher(OLD));

    private static HikariDataSource migrated() {
        LocalParts.Database database = LocalParts.database();
        var _ = Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        return source;
    }

    @BeforeAll
    void a_country() {
        Random random = new Random(2020);
        transaction.executeWithoutResult(_ -> IntStream.range(0, PEOPLE)
                .forEach(n -> index.keep(
                        "many-%05d".formatted(n),
                        name(random) + " " + name(random),
                        "",
                        "+3363998%04d".formatted(n % 10_000))));
        db.sql("analyze person_index").update();
    }

    @AfterAll
    void gone() {
        source.close();
    }

    @BeforeEach
    void three_people() {
        index.keep("person-1", "Maëlle DE SAINT-EXUPÉRY", "maelle@example.org", "+33639982099");
        index.keep("person-2", "N´Diaye Awa", "", "+262692000011");
        index.keep("person-3", "Étienne Zœller-Béraud", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "person-1, Maëlle de Saint-Exupéry",
        "person-1, exupery maelle",
        "person-1, ST EXUPERY",
        "person-1, Exupér",
        "person-1, exuperi",
        "person-1, exupry",
        "person-1, exuppery",
        "person-1, xeupery",
        "person-1, 06 39 98 20 99",
        "person-1, 0639982099",
        "person-1, +33 (0)6.39.98.20.99",
        "person-1, exupery 06-39-98-20-99",
        "person-1, Maelle@Example.org",
        "person-2, ndiaye",
        "person-2, n'diaye",
        "person-2, awa diaye",
        "person-2, 0692 00 00 11",
        "person-3, zoeller",
        "person-3, beraud zœl",
        "person-3, zoelller berau",
    })
    void a_person_is_found_however_typed(String person, String typed) {
        assertThat(found(index, typed)).contains(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exupery paul",
                "maelle@example.com",
                "06 39 98 20 98",
                "exupaul",
                "béziers",
                "",
                "%",
                "' | '",
                "maelle & awa"
            })
    void who_is_somebody_else_is_not(String typed) {
        assertThat(found(index, typed)).doesNotContain("person-1", "person-2", "person-3");
    }

    @Test
    void the_closest_comes_first() {
        index.keep("close-1", "Zyskind Durandal", "", "");
        index.keep("close-2", "Zyskind Durand", "", "");
        index.keep("close-3", "Zyskind Dupand", "", "");

        assertThat(found(index, "zyskind durand")).containsExactly("close-2", "close-1", "close-3");
    }

    @Test
    void nothing_readable_stands_there_and_nothing_stays_of_who_is_forgotten() {
        String kept = db.sql("select cast(terms as text) from person_index where person = 'person-1'")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContainIgnoringCase("exup").doesNotContain("6399");
        assertThat(found(new PeopleIndex(db, new PersonalDataCipher("k1:" + "B".repeat(42) + "A=")), "exupery"))
                .isEmpty();

        index.forget("person-1");

        assertThat(found(index, "exupery")).isEmpty();
    }

    @Test
    void a_new_key_finds_what_the_old_one_marked_and_marks_it_anew_from_the_sealed_rows() {
        PeopleIndex rotated = new PeopleIndex(db, new PersonalDataCipher(NEW));
        assertThat(found(rotated, "exupery")).contains("person-1");
        IndexedPeople sealed = new IndexedPeople() {
            @Override
            public String all() {
                return "select person from (values ('person-1'), ('lost')) kept(person)";
            }

            @Override
            public void index(String person) {
                rotated.keep(person, "Maëlle de Saint-Exupéry", "", "");
            }
        };

        transaction.executeWithoutResult(all -> {
            new PeopleReindex(rotated, List.of(sealed), transaction, source).bringUpToDate();

            assertThat(found(new PeopleIndex(db, new PersonalDataCipher(NEW.split(",", -1)[0])), "exupery"))
                    .containsExactly("lost", "person-1");
            assertThat(found(rotated, "diaye")).as("whose row has gone").isEmpty();
            all.setRollbackOnly();
        });
    }

    @Test
    void thirty_thousand_people_are_searched_within_150_ms() {
        List<String> typed = List.of("maelle exupery", "xe", "m", "exuperi", "06 39 98 20 99", "ba ro", "barote");
        typed.forEach(words -> found(index, words));
        long[] millis = IntStream.range(0, 40)
                .mapToLong(turn -> {
                    long begun = System.nanoTime();
                    found(index, typed.get(turn % typed.size()));
                    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                })
                .sorted()
                .toArray();

        assertThat(millis[millis.length / 2]).as(Arrays.toString(millis)).isLessThan(ENOUGH.toMillis());
    }

    private List<String> found(PeopleIndex index, String typed) {
        return db.sql("select person from " + PeopleIndex.FOUND + " f order by distance, person limit 21")
                .params(index.query(typed).params())
                .query(String.class)
                .list();
    }

    private static String name(Random random) {
        String consonants = "bcdfglmnprstv";
        String vowels = "aeiou";
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            name.append(consonants.charAt(random.nextInt(consonants.length())))
                    .append(vowels.charAt(random.nextInt(vowels.length())));
        }
        return name.toString();
    }
}
