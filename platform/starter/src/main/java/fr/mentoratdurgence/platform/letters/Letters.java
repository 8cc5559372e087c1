package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.web.Undo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters of a service: written by the act that decides or by the inbox that hears, in that transaction; never by a
 * projection, so that a rebuild, a replay or an import sends nothing.
 */
public class Letters {
    /** A query of the people whom a letter did not reach, so that somebody has to call: for lists of a service's own. */
    public static final String UNREACHED = "select person from letter where state = 'TO_CALL'";

    /** What is undone at once, and heard a little later. */
    private static final Duration UNDONE_WITHIN = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    /**
     * Something to do, said by a letter, whether or not it was read.
     *
     * @param letter     its id
     * @param kind       code of the kind
     * @param parameters as they were written
     * @param since      when it was due
     */
    public record ToDo(String letter, String kind, Map<String, String> parameters, Instant since) {}

    /**
     * A letter that reached nobody: somebody has to call.
     *
     * @param letter     its id
     * @param person     whom it is for
     * @param kind       code of the kind
     * @param parameters as they were written
     * @param cause      {@code NO_ADDRESS}, {@code REFUSED}, {@code COMPLAINT}, {@code UNREACHABLE} or {@code CHOSEN}
     * @param since      when it was given up
     */
    public record ToCall(
            String letter, String person, String kind, Map<String, String> parameters, String cause, Instant since) {}

    /** A letter that was handed over. */
    record Sent(String letter, String person) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Duration undoWait;

    Letters(JdbcClient db, Clock clock) {
        this(db, clock, UNDONE_WITHIN);
    }

    /** @param undoWait for how long at most a letter waits because what it tells can be undone */
    Letters(JdbcClient db, Clock clock, Duration undoWait) {
        this.db = db;
        this.clock = clock;
        this.undoWait = undoWait;
    }

    /** Writes a letter, in the transaction of its reason. The same id again changes nothing. */
    public void write(Letter letter) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a letter is written in the transaction of its reason");
        }
        Instant now = clock.instant();
        Instant due = letter.due();
        db.sql("""
                insert into letter(letter_id, kind, person, parameters, urgent, settled_by, written_at, due_at)
                values (?, ?, ?, ?::json, ?, ?, ?, ?) on conflict (letter_id) do nothing""")
                .params(
                        letter.id(),
                        letter.kind().name(),
                        letter.person(),
                        JSON.writeValueAsString(letter.parameters()),
                        letter.kind().weight() == LetterKind.Weight.URGENT,
                        letter.settledBy(),
                        Timestamp.from(now),
                        Timestamp.from(due == null ? now.plus(wait(letter.kind())) : due))
                .update();
    }

    /** When what somebody does now can no longer be taken back: a letter about it is due then. */
    Instant afterUndo() {
        return clock.instant().plus(atMost(Undo.WITHIN));
    }

    private Duration wait(LetterKind kind) {
        return atMost(kind.undoneWithin());
    }

    private Duration atMost(Duration wanted) {
        return wanted.compareTo(undoWait) > 0 ? undoWait : wanted;
    }

    /** The reason of these letters has gone: what was not sent is not, and nothing of it is left to do. */
    @Transactional
    public void settle(String reason) {
        db.sql("""
                update letter set settled_at = ?, state = case when state in ('WAITING', 'TO_CALL') then 'CANCELLED' else state end
                where settled_by = ? and settled_by <> '' and settled_at is null""").params(Timestamp.from(clock.instant()), reason).update();
    }

    /**
     * What a letter tells was undone before it was sent: it was never written, and may be written again.
     *
     * @param reason what settles it
     */
    @Transactional
    public void unwrite(LetterKind kind, String reason) {
        db.sql("""
                delete from letter
                where kind = ? and settled_by = ? and settled_by <> '' and state in ('WAITING', 'TO_CALL', 'CANCELLED')""").params(kind.name(), reason).update();
    }

    /**
     * The reason has come back, because what had ended it was undone: its letters are as they were before. What was
     * settled long before is not meant.
     */
    @Transactional
    public void unsettle(String reason) {
        db.sql("""
                update letter set settled_at = null, state = case when state = 'CANCELLED' then 'WAITING' else state end
                where settled_by = ? and settled_by <> '' and settled_at > ?""")
                .params(reason, Timestamp.from(clock.instant().minus(UNDONE_WITHIN)))
                .update();
    }

    /** What a person is asked to do, the oldest first; kinds that ask for nothing do not appear. */
    public List<ToDo> toDo(String person, Collection<? extends LetterKind> kinds) {
        String[] asking =
                kinds.stream().filter(LetterKind::asks).map(LetterKind::name).toArray(String[]::new);
        return db.sql("""
                        select letter_id, kind, parameters, due_at from letter
                        where person = ? and settled_at is null and state <> 'CANCELLED' and due_at <= ? and kind = any(?)
                        order by position limit 50""")
                .params(person, Timestamp.from(clock.instant()), asking)
                .query((row, _) -> new ToDo(
                        row.getString("letter_id"),
                        row.getString("kind"),
                        parameters(row),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /**
     * A letter as it is kept, for who asks what is kept: never its text, which is kept nowhere.
     *
     * @param state code, such as {@code SENT}
     */
    public record Kept(String kind, Instant writtenAt, String state) {}

    /** The letters that were written to this person, the last one first. */
    public List<Kept> kept(String person) {
        return db.sql("select kind, written_at, state from letter where person = ? order by position desc limit 1000")
                .param(person)
                .query((row, _) -> new Kept(
                        row.getString("kind"), row.getTimestamp("written_at").toInstant(), row.getString("state")))
                .list();
    }

    /** Who has to be called because no letter reaches them, of these people; the longest waiting first. */
    public List<ToCall> toCall(Collection<String> people) {
        return db.sql("""
                        select letter_id, person, kind, parameters, cause, ended_at from letter
                        where state = 'TO_CALL' and person = any(?) order by position limit 500""")
                .param(people.toArray(String[]::new))
                .query((row, _) -> new ToCall(
                        row.getString("letter_id"),
                        row.getString("person"),
                        row.getString("kind"),
                        parameters(row),
                        row.getString("cause"),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    /** Whether a letter to this person is still to be sent. */
    public boolean waits(String person) {
        return db.sql("select exists (select 1 from letter where person = ? and state = 'WAITING')")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Somebody told it by telephone; false where it was no longer to be told. */
    @Transactional
    public boolean called(String letter) {
        return db.sql(
                                "update letter set state = 'CALLED', channel = 'TELEPHONE', ended_at = ? where letter_id = ? and state = 'TO_CALL'")
                        .params(Timestamp.from(clock.instant()), letter)
                        .update()
                == 1;
    }

    /** The left side of a letter's Message-ID. */
    static String messageId(String letter) {
        return letter.replace(':', '.');
    }

    /** Which letter this Message-ID is of; empty where it is none of this service's. */
    Optional<Sent> sentAs(String messageId) {
        int at = messageId.indexOf('@');
        return db.sql(
                        "select letter_id as letter, person from letter where replace(letter_id, ':', '.') = ? and channel = 'EMAIL'")
                .param(at < 0 ? messageId : messageId.substring(0, at))
                .query(Sent.class)
                .optional();
    }

    /** A mail server said, after having taken it, that a letter did not arrive, or that it was not wanted. */
    @Transactional
    public void bounced(String letter, boolean complaint) {
        db.sql("select person from letter where letter_id = ?")
                .param(letter)
                .query(String.class)
                .optional()
                .ifPresent(person -> close(person, complaint ? "COMPLAINT" : "REFUSED"));
        db.sql("""
                update letter set state = 'TO_CALL', cause = ?, ended_at = ?
                where letter_id = ? and state = 'SENT' and settled_at is null""")
                .params(complaint ? "COMPLAINT" : "REFUSED", Timestamp.from(clock.instant()), letter)
                .update();
    }

    /** No letter goes to this address any more, until it is corrected. */
    void close(String person, String cause) {
        db.sql("""
                insert into letter_closed_channel(person, channel, cause, closed_at) values (?, 'EMAIL', ?, ?)
                on conflict do nothing""").params(person, cause, Timestamp.from(clock.instant())).update();
    }

    /** Why no letter reaches this person; empty where nothing is known against it. */
    public String closed(String person) {
        return db.sql("select cause from letter_closed_channel where person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * How many people no letter reached, by where they live.
     *
     * @param people query of two columns: the person, and a code of the place
     */
    public Map<String, Integer> unreached(String people) {
        return db
                .sql("select p.place, count(*)::int from (" + people + ") p(person, place) where p.person in ("
                        + UNREACHED + ") group by 1")
                .query((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The person's address was corrected: letters go there again, those too that reached nobody. */
    @Transactional
    public void addressCorrected(String person) {
        db.sql("delete from letter_closed_channel where person = ?")
                .param(person)
                .update();
        db.sql("""
                update letter set state = 'WAITING', cause = '', attempts = 0, ended_at = null
                where person = ? and state = 'TO_CALL' and settled_at is null""").param(person).update();
    }

    /** The person is erased: nothing is kept of what was written to them. */
    @Transactional
    public void forget(String person) {
        for (String table : List.of("letter", "letter_preference", "letter_channel", "letter_closed_channel")) {
            db.sql("delete from " + table + " where person = ?").param(person).update();
        }
    }

    static Map<String, String> parameters(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("parameters"), PARAMETERS);
    }
}
