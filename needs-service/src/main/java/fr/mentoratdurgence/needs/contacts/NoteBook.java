package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The optional note of a declaration: the only free text, outside the event store, deleted after a while. */
public class NoteBook {
    private static final int KEPT_DAYS = 90;

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final OperationDay day;

    NoteBook(JdbcClient db, PersonalDataCipher cipher, OperationDay day) {
        this.db = db;
        this.cipher = cipher;
        this.day = day;
    }

    /** Keeps the note of a need. */
    public void keep(String need, String note) {
        db.sql("insert into note(need, text_sealed, delete_on) values (?, ?, ?)")
                .params(need, cipher.seal(note, need), day.today().plusDays(KEPT_DAYS))
                .update();
    }

    /** The note, while it is kept. */
    public Optional<String> find(String need) {
        return db.sql("select text_sealed from note where need = ? and delete_on > ?")
                .params(need, day.today())
                .query(String.class)
                .optional()
                .map(envelope -> cipher.open(envelope, need));
    }

    /** Deletes what has had its time. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void deleteOld() {
        db.sql("delete from note where delete_on <= ?").param(day.today()).update();
    }
}
