package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.followup.pairs.PairNames;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Sought;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Notes whose day has come: those that somebody wrote or whose subject she or he follows, or all of the territory. Few wait
 * at a time, so they are read along their day, and whose they are is looked at on the way.
 */
public final class NoteReminders {
    private static final String WAITS = "t.settled_on is null and t.remind_on <= :by";
    /** What a person follows, of whom {@code :%s} is the account. */
    private static final String FOLLOWS = "(t.subject in (select pair from pair where referent = :%1$s)"
            + " or t.subject in (select need from known_need where referent = :%1$s))";

    private static final String OF_AUDIENCE =
            " and (t.subject in (select pair from pair where priority_audience = :soughtAudience)"
                    + " or t.subject in (select need from known_need where priority_audience = :soughtAudience))";
    private static final String ROWS = """
            select t.*, coalesce(p.mentor, o.mentor, m.mentor) as of_mentor, coalesce(p.structure, k.structure) as of_structure
            from (%s) t
            left join pair p on p.pair = t.subject
            left join known_proposal o on o.proposal = t.subject
            left join known_need k on k.need = coalesce(o.need, t.subject)
            left join known_mentor m on m.mentor = t.subject
            order by t.remind_on, t.position""";

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final Texts texts;

    NoteReminders(JdbcClient db, PersonalDataCipher cipher, Texts texts) {
        this.db = db;
        this.cipher = cipher;
        this.texts = texts;
    }

    /** The longest waiting first, this many at the most. */
    public List<Reminder> due(Person person, Watch watch, int limit) {
        String rows = "select t.* from note t where " + WAITS + narrowed(person, watch)
                + " order by t.remind_on, t.position limit :end";
        return asOf(ROWS.formatted(rows), person, watch, limit).query(this::row).list();
    }

    /** How many there are; {@link FirstRows#MOST} and one at the most. */
    public int count(Person person, Watch watch) {
        String sql = "select count(*) from (select 1 from note t where " + WAITS + narrowed(person, watch)
                + " limit :end) t";
        return asOf(sql, person, watch, FirstRows.MOST + 1L)
                .query(Integer.class)
                .single();
    }

    /** Those of these that this person may see, those too that were seen to. */
    List<Reminder> among(Person person, List<String> notes) {
        String rows =
                "select t.* from note t where t.note = any(:notes) and t.remind_on is not null and " + visible(person);
        return scoped(db.sql(ROWS.formatted(rows)), person)
                .param("notes", notes.toArray(String[]::new))
                .query(this::row)
                .list();
    }

    /** One of them. */
    public Optional<Reminder> find(Person person, String note) {
        return among(person, List.of(note)).stream().findFirst();
    }

    private static String narrowed(Person person, Watch watch) {
        Sought sought = watch.sought();
        String whose = watch.everybody() && !sought.ofOne()
                ? ""
                : " and (t.author = :whose or " + FOLLOWS.formatted("whose") + ")";
        return " and " + visible(person) + whose + sought.andThere()
                + (sought.audience().isEmpty() ? "" : OF_AUDIENCE);
    }

    private static String visible(Person person) {
        return person.territory().contains("*")
                ? "true"
                : "(t.departement = any(cast(:territory as text[])) or " + FOLLOWS.formatted("account") + ")";
    }

    private StatementSpec asOf(String sql, Person person, Watch watch, long end) {
        return watch.sought()
                .in(scoped(db.sql(sql), person), person)
                .param("by", watch.today())
                .param("end", end);
    }

    private static StatementSpec scoped(StatementSpec sql, Person person) {
        return sql.param("account", person.account())
                .param("territory", person.territory().toArray(String[]::new));
    }

    private Reminder row(ResultSet row, int at) throws SQLException {
        String note = row.getString("note");
        String mentor = row.getString("of_mentor");
        String structure = reference(row.getString("of_structure"));
        return new Reminder(
                note,
                row.getString("subject"),
                cipher.open(row.getString("text_sealed"), note),
                row.getString("departement"),
                structure,
                mentor == null ? null : PairRow.mentorReference(mentor),
                PairNames.of(mentor, structure, texts),
                row.getObject("remind_on", LocalDate.class),
                row.getObject("settled_on", LocalDate.class) != null);
    }

    private static @Nullable String reference(@Nullable String structure) {
        return structure == null ? null : PairRow.reference(structure);
    }
}
