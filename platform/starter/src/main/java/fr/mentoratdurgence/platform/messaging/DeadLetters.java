package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.UnknownFact;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that wait with their cause, to be looked at and tried again. */
class DeadLetters {
    private static final RowMapper<DeadLetter> ROW = (row, _) -> new DeadLetter(
            row.getLong("id"),
            row.getString("topic"),
            row.getString("record_key"),
            row.getInt("record_partition"),
            row.getLong("record_offset"),
            row.getString("envelope"),
            row.getString("cause"),
            row.getString("unknown_type"),
            row.getTimestamp("parked_at").toInstant());

    private final JdbcClient db;
    private final Clock clock;

    DeadLetters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A record that failed. */
    void park(ConsumerRecord<String, String> record, Throwable cause) {
        var _ = db.sql("""
                insert into dead_letter(topic, record_key, record_partition, record_offset, envelope, cause, unknown_type,
                    parked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(values(record, words(cause), unknownType(cause)))
                .update();
    }

    /**
     * Parks this record if an earlier one of its key waits; whether it did. Whoever ends that waiting meanwhile finds this
     * one behind it, or has ended it for this one to see: the lock lets nothing come between.
     */
    boolean parkBehindAnother(ConsumerRecord<String, String> record) {
        return db.sql("""
                insert into dead_letter(topic, record_key, record_partition, record_offset, envelope, cause, unknown_type,
                    parked_at)
                select ?, ?, ?, ?, ?, ?, ?, ?
                from (select from dead_letter where topic = ? and record_key = ? and resolved_at is null
                      order by id limit 1 for share) earlier
                on conflict (topic, record_partition, record_offset) where resolved_at is null
                    do update set cause = dead_letter.cause""")
                        .params(values(record, "waits behind an earlier record of its key", ""))
                        .params(record.topic(), key(record))
                        .update()
                == 1;
    }

    private List<Object> values(ConsumerRecord<String, String> record, String cause, String unknownType) {
        return List.of(
                record.topic(),
                key(record),
                record.partition(),
                record.offset(),
                String.valueOf(record.value()).replace("\u0000", ""),
                cause,
                unknownType,
                Timestamp.from(clock.instant()));
    }

    /** A record that was tried in vain once more. */
    void failedAgain(DeadLetter letter, Throwable cause) {
        var _ = db.sql("update dead_letter set cause = ?, unknown_type = ? where id = ? and resolved_at is null")
                .params(words(cause), unknownType(cause), letter.id())
                .update();
    }

    private static String unknownType(Throwable cause) {
        return cause instanceof UnknownFact unknown ? unknown.type() : "";
    }

    /** Those that wait for a version that knows them, and for nothing else. */
    List<DeadLetter> ofUnknownTypes() {
        return db.sql(
                        "select * from dead_letter where unknown_type <> '' and resolved_at is null order by id limit 500")
                .query(ROW)
                .list();
    }

    private static String words(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** Whether an earlier record of any of these keys waits; one question for a whole batch. */
    boolean blocksAny(List<ConsumerRecord<String, String>> batch) {
        String[] keys = batch.stream().map(DeadLetters::key).distinct().toArray(String[]::new);
        return db.sql("select exists(select 1 from dead_letter where record_key = any(?) and resolved_at is null)")
                .param(keys)
                .query(Boolean.class)
                .single();
    }

    List<DeadLetter> waiting() {
        return db.sql("select * from dead_letter where resolved_at is null order by id limit 500")
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
                select * from dead_letter where topic = ? and record_key = ? and resolved_at is null
                order by id limit 1""").params(letter.topic(), letter.recordKey()).query(ROW).optional();
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
                update dead_letter set resolved_at = ?, set_aside_by = ? where id = ? and resolved_at is null""")
                        .params(Timestamp.from(clock.instant()), account, letter.id())
                        .update()
                == 1;
    }

    /** Records without a key have nothing in common: none waits behind another. */
    private static String key(ConsumerRecord<String, String> record) {
        return record.key() == null ? record.partition() + "@" + record.offset() : record.key();
    }
}
