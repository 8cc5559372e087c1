package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Lease;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of letters on their way. Each method is a transaction of its own. */
class LetterBook {
    private static final RowMapper<LetterRow> ROW = (row, _) -> new LetterRow(
            row.getLong("position"),
            row.getString("letter_id"),
            row.getString("kind"),
            row.getString("person"),
            Letters.parameters(row),
            row.getBoolean("digest"),
            row.getInt("attempts"),
            row.getString("closed"));
    private static final String TAKEN = """
            letter.*, coalesce((
                select c.cause from letter_closed_channel c
                where c.person = letter.person and c.channel = 'EMAIL'), '') as closed""";
    /** One person's letters go in their order; what is urgent passes by. */
    private static final String CLAIM = Lease.take("letter", "position", """
            select l.position from letter l
            where l.state = 'WAITING' and l.due_at <= ? and %s
                and l.kind = any(?)
                and (l.urgent or not exists (
                    select 1 from letter earlier
                    where earlier.person = l.person and earlier.position < l.position
                        and earlier.state = 'WAITING' and earlier.due_at <= ? and not earlier.urgent
                        and earlier.digest = l.digest))
            order by l.urgent desc, l.due_at, l.position limit ? for update skip locked""".formatted(Lease.FREE), TAKEN);

    private static final String CLAIM_DIGEST = Lease.take("letter", "position", """
            select position from letter
            where person = ? and state = 'WAITING' and digest and due_at <= ? and %s
            order by position limit 50 for update skip locked""".formatted(Lease.FREE), TAKEN);

    /** What one act has written is due at almost the same moment. */
    private static final Duration ONE_ACT = Duration.ofMinutes(1);

    private static final String ALIKE = """
            select %s from letter, letter one
            where one.position = ? and letter.person = one.person and letter.kind = one.kind
                and letter.parameters::text = one.parameters::text and letter.position > one.position
                and letter.state = 'WAITING' and not letter.digest and letter.due_at <= ?
            order by letter.position""".formatted(TAKEN);

    private final JdbcClient db;
    private final Clock clock;

    LetterBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Takes letters that are due, the urgent first; nobody else takes them until the claim ends. */
    List<LetterRow> claim(List<? extends LetterKind> kinds, int most, Duration claim) {
        Timestamp now = Timestamp.from(clock.instant());
        return db
                .sql(CLAIM)
                .params(
                        now,
                        kinds.stream().map(LetterKind::name).toArray(String[]::new),
                        now,
                        most,
                        Lease.lasting(claim))
                .query(ROW)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(LetterRow::position))
                .toList();
    }

    /** The other letters of a day that go into the same envelope; claimed with it. */
    List<LetterRow> claimDigest(String person, Duration claim) {
        return db.sql(CLAIM_DIGEST)
                .params(person, Timestamp.from(clock.instant()), Lease.lasting(claim))
                .query(ROW)
                .list();
    }

    /** Those that wait behind this one and say the same to the same person; as long as it waits, nobody claims them. */
    List<LetterRow> alike(LetterRow letter) {
        return db.sql(ALIKE)
                .params(letter.position(), Timestamp.from(clock.instant().plus(ONE_ACT)))
                .query(ROW)
                .list();
    }

    void ended(LetterRow letter, String state, String channel, String cause) {
        db.sql("""
                update letter set state = ?, channel = ?, cause = ?, ended_at = ?, claimed_until = null where position = ?""")
                .params(state, channel, cause, Timestamp.from(clock.instant()), letter.position())
                .update();
    }

    /** Nobody is there to be written to. */
    void forget(LetterRow letter) {
        db.sql("delete from letter where position = ?").param(letter.position()).update();
    }

    /** Not now: its reason may go in the meantime. */
    void later(LetterRow letter, Instant due, boolean digest) {
        db.sql(
                        "update letter set due_at = ?, digest = ?, claimed_until = null where position = ? and state = 'WAITING'")
                .params(Timestamp.from(due), digest, letter.position())
                .update();
    }

    /** As if it had not been claimed: nothing was tried. */
    void released(List<LetterRow> letters) {
        db.sql("""
                update letter set claimed_until = null, attempts = attempts - 1
                where position = any(?) and state = 'WAITING'""")
                .param(letters.stream().map(LetterRow::position).toArray(Long[]::new))
                .update();
    }
}
