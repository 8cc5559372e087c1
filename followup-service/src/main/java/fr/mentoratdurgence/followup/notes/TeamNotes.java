package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes outside the store of events, each sealed with keys of their own and bound to its row. */
public final class TeamNotes {
    static final String PURPOSE = "team-note";
    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    TeamNotes(JdbcClient db, PersonalDataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    void keep(Note note, @Nullable String departement) {
        db.sql("""
                insert into note(note, subject, departement, text_sealed, author, written_on, remind_on)
                values (:note, :subject, :departement, :text, :author, :on, :remind)""")
                .param("note", note.note())
                .param("subject", note.subject())
                .param("departement", departement)
                .param("text", cipher.seal(note.text(), note.note()))
                .param("author", note.author())
                .param("on", note.writtenOn())
                .param("remind", note.remindOn())
                .update();
    }

    /** About one thing, the last one first. */
    List<Note> of(String subject) {
        return db.sql("select * from note where subject = ? order by written_on desc, position desc limit " + SHOWN)
                .param(subject)
                .query(this::row)
                .list();
    }

    Optional<Note> find(String subject, String note) {
        return db.sql("select * from note where subject = ? and note = ?")
                .params(subject, note)
                .query(this::row)
                .optional();
    }

    /**
     * Somebody has seen to it.
     *
     * @param key of the sending; nothing where it is one act
     */
    void settle(String note, LocalDate on, Instant at, @Nullable String key) {
        done("settled_on = :on, remind_before = null", note, on, at, key);
    }

    /** To be thought of another day. */
    void putOff(String note, LocalDate until, Instant at, @Nullable String key) {
        done("remind_before = remind_on, remind_on = :on", note, until, at, key);
    }

    private void done(String what, String note, LocalDate on, Instant at, @Nullable String key) {
        db.sql("update note set " + what + ", done_at = :at, done_key = :key where note = :note")
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .param("note", note)
                .update();
    }

    /** Whether the sending with this key did something to a reminder that stands. */
    boolean isDone(String key) {
        return db.sql("select exists (select 1 from note where done_key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /**
     * What was done last, since then, was a mistake: it is to be thought of as before; false where nothing was done.
     *
     * @param key of the sending; nothing where it does not matter which
     */
    boolean undo(String note, Instant since, @Nullable String key) {
        return db.sql("""
                        update note set settled_on = null, remind_on = coalesce(remind_before, remind_on),
                            remind_before = null, done_at = null, done_key = null
                        where note = :note and done_at > :since and (cast(:key as text) is null or done_key = :key)""")
                        .param("note", note)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("key", key)
                        .update()
                == 1;
    }

    void erase(String note) {
        db.sql("delete from note where note = ?").param(note).update();
    }

    /** The time of what was written before this day is over; answers how many went. */
    int eraseBefore(LocalDate day) {
        return db.sql("delete from note where written_on < ?").param(day).update();
    }

    /** A mentor was erased: what was noted about her or him goes, also under the pairs. */
    public void eraseMentor(String mentor) {
        db.sql("delete from note where subject = :mentor or subject in (select pair from pair where mentor = :mentor)")
                .param("mentor", mentor)
                .update();
    }

    /** The contact of a need was erased: what was noted about the need goes, also under its pairs. */
    public void eraseNeed(String need) {
        db.sql("delete from note where subject = :need or subject in (select pair from pair where need = :need)")
                .param("need", need)
                .update();
    }

    private Note row(ResultSet row, int at) throws SQLException {
        String note = row.getString("note");
        return new Note(
                note,
                row.getString("subject"),
                cipher.open(row.getString("text_sealed"), note),
                row.getString("author"),
                row.getObject("written_on", LocalDate.class),
                row.getObject("remind_on", LocalDate.class),
                row.getObject("settled_on", LocalDate.class));
    }
}
