package fr.mentoratdurgence.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A key is exchanged while people read and write, and the one of before is dropped. */
class ResealingTest {
    private static final int PEOPLE = 500;
    private static final int CORRECTED = 50;
    private static final String OLD = key("k1", "one");
    private static final String NEW = key("k2", "two");

    private final PersonalDataCipher before = new PersonalDataCipher(OLD);
    private final PersonalDataCipher both = new PersonalDataCipher(NEW + "," + OLD);
    private final PersonalDataCipher after = new PersonalDataCipher(NEW);

    private HikariDataSource database;
    private JdbcClient db;

    private static String key(String id, String text) {
        return id + ":"
                + Base64.getEncoder()
                        .encodeToString((text + "-".repeat(32)).substring(0, 32).getBytes(UTF_8));
    }

    @BeforeEach
    void people_under_the_first_key() {
        var fresh = LocalParts.database();
        database = new HikariDataSource();
        database.setJdbcUrl(fresh.url());
        database.setUsername(fresh.owner());
        database.setPassword(fresh.ownerPassword());
        database.setMaximumPoolSize(4);
        db = JdbcClient.create(database);
        db.sql(
                        "create table person(id text primary key, name_sealed text not null, line_sealed text, file_sealed bytea, mark text)")
                .update();
        for (int i = 0; i < PEOPLE; i++) {
            keep(before, "person-%03d".formatted(i), "Camille " + i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void keep(PersonalDataCipher cipher, String id, String name) {
        db.sql("""
            insert into person(id, name_sealed, line_sealed, file_sealed, mark) values (:id, :name, null, :file, :mark)
            on conflict (id) do update set name_sealed = :name, file_sealed = :file, mark = :mark\
            """)
                .param("id", id)
                .param("name", cipher.seal(name, id + ":name"))
                .param("file", cipher.seal(name.getBytes(UTF_8), id + ":file"))
                .param("mark", cipher.mark(name, "person"))
                .update();
    }

    private String name(PersonalDataCipher cipher, String id) {
        return cipher.open(
                db.sql("select name_sealed from person where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                id + ":name");
    }

    private String file(PersonalDataCipher cipher, String id) {
        byte[] sealed = db.sql("select file_sealed from person where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .single();
        return new String(cipher.open(sealed, id + ":file"), UTF_8);
    }

    private Resealing resealing(PersonalDataCipher cipher) {
        SealedTable table = new SealedTable(
                "person",
                "id",
                Map.of("name_sealed", ":name", "line_sealed", ":line", "file_sealed", ":file"),
                cipher,
                id -> db.sql("update person set mark = ? where id = ?")
                        .params(cipher.mark(name(cipher, id), "person"), id)
                        .update());
        return new Resealing(
                db, new TransactionTemplate(new JdbcTransactionManager(database)), database, List.of(table));
    }

    @Test
    void all_rows_and_their_marks_come_under_the_key_in_force_while_people_work_and_the_old_one_is_of_no_use()
            throws Exception {
        Resealing resealing = resealing(both);
        assertThat(resealing.left()).containsEntry("person", (long) PEOPLE);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread somebody = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                int one = written.getAndIncrement() % CORRECTED;
                keep(both, "person-%03d".formatted(one), "Corrigée " + one);
                assertThat(name(both, "person-%03d".formatted(PEOPLE - 1 - one)))
                        .isNotEmpty();
            }
        });

        int sealed = resealing.all();
        stop.set(true);
        somebody.join();

        assertThat(sealed).isBetween(PEOPLE - CORRECTED, PEOPLE);
        assertThat(resealing.left()).containsEntry("person", 0L);
        for (int i = 0; i < PEOPLE; i++) {
            String id = "person-%03d".formatted(i);
            assertThat(name(after, id))
                    .isEqualTo((i < Math.min(written.get(), CORRECTED) ? "Corrigée " : "Camille ") + i);
            assertThat(file(after, id)).isEqualTo(name(after, id));
            assertThat(db.sql("select mark from person where id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(after.mark(name(after, id), "person"));
        }
        assertThatThrownBy(() -> name(before, "person-000")).isInstanceOf(IllegalStateException.class);
        assertThat(resealing.all()).as("nothing is left to do").isZero();
    }

    @Test
    void a_row_that_no_key_opens_holds_up_nobody_and_stays_counted() {
        db.sql("update person set name_sealed = 'k1:AAAA' where id = 'person-007'")
                .update();
        Resealing resealing = resealing(both);

        assertThat(resealing.all()).isEqualTo(PEOPLE - 1);

        assertThat(resealing.left()).containsEntry("person", 1L);
        assertThat(name(after, "person-008")).isEqualTo("Camille 8");
    }

    @Test
    void a_sealed_column_that_nobody_named_is_a_fault_that_is_told() {
        db.sql("create table elsewhere(id text primary key, words_sealed text)").update();

        assertThat(resealing(both).unnamed()).containsExactly("elsewhere.words_sealed");
    }
}
