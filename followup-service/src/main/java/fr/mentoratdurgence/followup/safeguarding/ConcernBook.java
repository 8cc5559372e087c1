package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was typed about a worry: sealed with keys of its own, each reading noted, gone when it is erased. */
final class ConcernBook {
    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    /**
     * Somebody of the team was shown it.
     *
     * @param reader pseudonymous account
     */
    record Reading(LocalDate day, String reader, String role) {}

    /** What it is sealed for: other keys than those of names. */
    static final String PURPOSE = "safeguarding-text";

    ConcernBook(JdbcClient db, PersonalDataCipher personalData) {
        this.db = db;
        this.cipher = personalData.forPurpose(PURPOSE);
    }

    void keep(String concern, String text) {
        if (!text.isBlank()) {
            db.sql("insert into concern_text(concern, text_sealed) values (?, ?)")
                    .params(concern, cipher.seal(text, concern))
                    .update();
        }
    }

    /** What was typed, shown to this reader today; empty where nothing was, or where it is erased. */
    Optional<String> read(String concern, Actor reader, LocalDate day) {
        Optional<String> text = db.sql("select text_sealed from concern_text where concern = ?")
                .param(concern)
                .query(String.class)
                .optional()
                .map(envelope -> cipher.open(envelope, concern));
        if (text.isPresent()) {
            db.sql("""
                insert into concern_reading(concern, reader, role, read_on) values (?, ?, ?, ?)
                on conflict do nothing\
                """).params(concern, reader.id(), reader.role(), day).update();
        }
        return text;
    }

    /** Who was shown it, the last day first. */
    List<Reading> readings(String concern) {
        return db.sql("""
            select read_on as day, reader, role from concern_reading where concern = ?
            order by read_on desc, reader limit 500\
            """).param(concern).query(Reading.class).list();
    }

    void erase(String concern) {
        db.sql("delete from concern_text where concern = ?").param(concern).update();
    }
}
