package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the letters to those whom somebody of the team looks after, by what has become of them: never their words. */
final class TeamLetterBook {
    /** What has become of letters, as the list asks for it. */
    enum Fate {
        /** Somebody has to say it by telephone. */
        TO_CALL("l.state = 'TO_CALL'", true),
        /** Those, and what was tried and has not gone yet. */
        FAILED("(l.state = 'TO_CALL' or (l.state = 'WAITING' and l.attempts > 0 and l.claimed_until is null))", true),
        WAITING("l.state = 'WAITING'", true),
        SENT("l.state = 'SENT'", false),
        CALLED("l.state = 'CALLED'", false),
        ALL("l.state <> 'CANCELLED'", false);

        private final String rows;
        private final boolean oldestFirst;

        Fate(String rows, boolean oldestFirst) {
            this.rows = rows;
            this.oldestFirst = oldestFirst;
        }
    }

    /**
     * A letter.
     *
     * @param cause code of why it did not arrive; empty where nothing is known against it
     * @param at    when it ended as it is; when it is due, where it waits
     */
    record Row(String letter, String person, String kind, String state, String channel, String cause, Instant at) {
        /** Whether somebody has to say it. */
        public boolean toCall() {
            return state.equals("TO_CALL");
        }
    }

    private final LettersOfTheTeam people;
    private final JdbcClient db;
    private final Clock clock;

    TeamLetterBook(LettersOfTheTeam people, JdbcClient db, Clock clock) {
        this.people = people;
        this.db = db;
        this.clock = clock;
    }

    /** @param kind code; empty = any */
    List<Row> list(Person person, Fate fate, String kind, int offset, int limit) {
        String sql = "select l.* from letter l where " + rows(person, fate, kind) + " order by l.position"
                + (fate.oldestFirst ? "" : " desc") + " offset :offset limit :limit";
        return asked(sql, person, kind)
                .param("offset", offset)
                .param("limit", limit)
                .query(TeamLetterBook::row)
                .list();
    }

    /** How many there are; {@link FirstRows#MOST} and one at the most. */
    int count(Person person, Fate fate, String kind) {
        String sql =
                "select count(*) from (select 1 from letter l where " + rows(person, fate, kind) + " limit :most) l";
        return asked(sql, person, kind)
                .param("most", FirstRows.MOST + 1)
                .query(Integer.class)
                .single();
    }

    /** Those of these that this person may see. */
    List<Row> among(Person person, List<String> letters) {
        String sql = "select l.* from letter l where l.letter_id = any(:letters) and " + rows(person, Fate.ALL, "")
                + " order by l.position";
        return asked(sql, person, "")
                .param("letters", letters.toArray(String[]::new))
                .query(TeamLetterBook::row)
                .list();
    }

    /** @param key of the sending */
    void called(String letter, String key) {
        int called =
                db.sql("""
                        update letter set state = 'CALLED', channel = 'TELEPHONE', ended_at = ?, done_key = ?
                        where letter_id = ? and state = 'TO_CALL'""").params(Timestamp.from(clock.instant()), key, letter).update();
        if (called == 0) {
            throw new Rejection(LetterRejection.LETTER_NOT_TO_CALL);
        }
    }

    boolean isCalled(String key) {
        return db.sql("select exists (select 1 from letter where done_key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** It was not said after all: it is to be, since it was due. */
    void uncalled(String letter, String key) {
        int again = db.sql("""
                        update letter set state = 'TO_CALL', channel = '', ended_at = due_at, done_key = null
                        where letter_id = ? and done_key = ? and state = 'CALLED' and settled_at is null and ended_at > ?""")
                .params(letter, key, Timestamp.from(clock.instant().minus(Undo.WITHIN)))
                .update();
        if (again == 0) {
            throw new Rejection(LetterRejection.CALL_STANDS);
        }
    }

    private String rows(Person person, Fate fate, String kind) {
        return fate.rows + (kind.isEmpty() ? "" : " and l.kind = :kind") + " and l.person in (" + people.people(person)
                + ")";
    }

    private StatementSpec asked(String sql, Person person, String kind) {
        return db.sql(sql)
                .param("territory", person.territory().toArray(String[]::new))
                .param("kind", kind);
    }

    private static Row row(ResultSet row, int at) throws SQLException {
        boolean ended = row.getObject("ended_at") != null;
        return new Row(
                row.getString("letter_id"),
                row.getString("person"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("channel"),
                row.getString("cause"),
                MomentColumns.instant(row, ended ? "ended_at" : "due_at"));
    }
}
