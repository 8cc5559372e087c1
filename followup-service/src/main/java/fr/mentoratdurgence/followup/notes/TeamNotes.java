package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Notes outside the store of events, each sealed with keys of their own and bound to its row. */
public final class TeamNotes {
    private static final int SHOWN = 100;
    /** Of one's own hand, or of the territory. */
    private static final String MINE =
            "(author = :account or :everywhere or departement = any(cast(:territory as text[])))";

    private final JdbcClient db;
    private final PersonalDataCipher cipher;

    TeamNotes(JdbcClient db, PersonalDataCipher personalData) {
        this.db = db;
        this.cipher = personalData.forPurpose("team-note");
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

    /** What this person of the team is to think of by this day, the longest waiting first. */
    public List<Note> due(Person person, LocalDate by) {
        return scoped(
                        "select * from note where settled_on is null and remind_on <= :by and " + MINE
                                + " order by remind_on, position limit " + SHOWN,
                        person)
                .param("by", by)
                .query(this::row)
                .list();
    }

    Optional<Note> find(String subject, String note) {
        return db.sql("select * from note where subject = ? and note = ?")
                .params(subject, note)
                .query(this::row)
                .optional();
    }

    void settle(String note, LocalDate on) {
        db.sql("update note set settled_on = ? where note = ?").params(on, note).update();
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

    private StatementSpec scoped(String sql, Person person) {
        return db.sql(sql)
                .param("account", person.account())
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().toArray(String[]::new));
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
