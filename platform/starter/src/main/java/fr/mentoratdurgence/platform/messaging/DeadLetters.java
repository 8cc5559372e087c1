package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that wait with their cause, to be looked at and tried again. */
class DeadLetters implements Gauges {
    private static final RowMapper<DeadLetter> ROW = (row, _) -> new DeadLetter(
            row.getLong("id"),
            row.getString("topic"),
            row.getString("record_key"),
            row.getInt("record_partition"),
            row.getLong("record_offset"),
            row.getString("envelope"),
            row.getString("signature"),
            row.getBoolean("forged"),
            row.getString("cause"),
            row.getString("unknown_type"),
            row.getTimestamp("parked_at").toInstant());

    private static final int LONGEST_KEY = 200;

    private final JdbcClient db;
    private final Clock clock;

    DeadLetters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A record that failed. */
    void park(ConsumerRecord<String, String> record, Throwable cause) {
        var _ = db.sql("""
            insert into dead_letter(topic, record_key, record_partition, record_offset, envelope, signature, forged,
                cause, unknown_type, parked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(values(record, cause instanceof Forged, words(cause), unknownType(cause)))
                .update();
    }

    /**
     * Parks this record if an earlier one of its key waits; whether it did. Whoever ends that waiting meanwhile finds this
     * one behind it, or has ended it for this one to see: the lock lets nothing come between.
     */
    boolean parkBehindAnother(ConsumerRecord<String, String> record) {
        return db.sql("""
            insert into dead_letter(topic, record_key, record_partition, record_offset, envelope, signature, forged,
                cause, unknown_type, parked_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            from (select from dead_letter
                  where topic = ? and record_key = ? and resolved_at is null and not forged
                  order by id limit 1 for share) earlier
            on conflict (topic, record_partition, record_offset) where resolved_at is null
                do update set cause = dead_letter.cause\
            """)
                        .params(values(record, false, "waits behind an earlier record of its key", ""))
                        .params(record.topic(), key(record))
                        .update()
                == 1;
    }

    private List<Object> values(
            ConsumerRecord<String, String> record, boolean forged, String cause, String unknownType) {
        return List.of(
                record.topic(),
                key(record),
                record.partition(),
                record.offset(),
                String.valueOf(record.value()).replace("\u0000", ""),
                EventSignatures.written(record),
                forged,
                cause,
                unknownType,
                Timestamp.from(clock.instant()));
    }

    /** A record that was tried in vain once more. */
    void failedAgain(DeadLetter letter, Throwable cause) {
        var _ = db.sql("""
            update dead_letter set cause = ?, unknown_type = ?, forged = ? where id = ? and resolved_at is null\
            """)
                .params(words(cause), unknownType(cause), cause instanceof Forged, letter.id())
                .update();
    }

    /** Its signature holds, by a key that was not known here before: it waits in the order of its key. */
    void believe(DeadLetter letter) {
        var _ = db.sql("update dead_letter set forged = false where id = ? and resolved_at is null")
                .param(letter.id())
                .update();
    }

    private static String unknownType(Throwable cause) {
        return cause instanceof UnknownFact unknown ? unknown.type() : "";
    }

    /** Those that wait for a version that knows them, and for nothing else. */
    List<DeadLetter> ofUnknownTypes() {
        return db.sql("select * from dead_letter where unknown_type <> '' and resolved_at is null order by id limit"
                        + " 500")
                .query(ROW)
                .list();
    }

    private static String words(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof Forged
                ? String.valueOf(root.getMessage())
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** Whether an earlier record of any of these keys waits; one question for a whole batch. */
    boolean blocksAny(List<ConsumerRecord<String, String>> batch) {
        String[] keys = batch.stream().map(DeadLetters::key).distinct().toArray(String[]::new);
        return db.sql("""
            select exists(select from dead_letter where record_key = any(?) and resolved_at is null and not forged)\
            """).param(keys).query(Boolean.class).single();
    }

    @Override
    public void read(Readings readings) {
        for (String kind : List.of("failed", "unknown", "forged")) {
            readings.count("mentorat.dead.letters", "kind", kind, 0);
        }
        db.sql("""
            select case when forged then 'forged' when unknown_type <> '' then 'unknown' else 'failed' end, count(*)
            from dead_letter where resolved_at is null group by 1\
            """).query(row -> {
            readings.count("mentorat.dead.letters", "kind", row.getString(1), row.getLong(2));
        });
        readings.since(
                "mentorat.dead.letters.oldest",
                db,
                "select min(parked_at) from dead_letter where resolved_at is null and not forged");
    }

    /** The forged ones last: however many somebody makes, they hide none of the others. */
    List<DeadLetter> waiting() {
        return db.sql("select * from dead_letter where resolved_at is null order by forged, id limit 500")
                .query(ROW)
                .list();
    }

    Optional<DeadLetter> find(long id) {
        return db.sql("select * from dead_letter where id = ? and resolved_at is null")
                .param(id)
                .query(ROW)
                .optional();
    }

    /** The one of this key whose turn it is. */
    Optional<DeadLetter> firstOfKey(DeadLetter letter) {
        return db.sql("""
            select * from dead_letter where topic = ? and record_key = ? and resolved_at is null and not forged
            order by id limit 1\
            """).params(letter.topic(), letter.recordKey()).query(ROW).optional();
    }

    /** It has its effect; false if it waits no longer. */
    boolean resolve(DeadLetter letter) {
        return db.sql("update dead_letter set resolved_at = ? where id = ? and resolved_at is null")
                        .params(Timestamp.from(clock.instant()), letter.id())
                        .update()
                == 1;
    }

    /** Gives up on it: it has no effect here; false if it waits no longer. */
    boolean setAside(DeadLetter letter, String account) {
        return db.sql("""
            update dead_letter set resolved_at = ?, set_aside_by = ? where id = ? and resolved_at is null\
            """)
                        .params(Timestamp.from(clock.instant()), account, letter.id())
                        .update()
                == 1;
    }

    /**
     * Records without a key, or with one that is none of ours, have nothing in common: none waits behind another, and
     * each is named after its place.
     */
    private static String key(ConsumerRecord<String, String> record) {
        String key = record.key();
        return key == null || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0
                ? place(record.partition(), record.offset())
                : key;
    }

    static String place(int partition, long offset) {
        return partition + "@" + offset;
    }
}
