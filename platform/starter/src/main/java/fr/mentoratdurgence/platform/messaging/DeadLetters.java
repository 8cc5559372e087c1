package fr.mentoratdurgence.platform.messaging;

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
            row.getTimestamp("parked_at").toInstant());

    private final JdbcClient db;
    private final Clock clock;

    DeadLetters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void park(ConsumerRecord<String, String> record, Throwable cause) {
        db.sql("""
                insert into dead_letter(topic, record_key, record_partition, record_offset, envelope, cause, parked_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        record.topic(),
                        key(record),
                        record.partition(),
                        record.offset(),
                        String.valueOf(record.value()).replace("\u0000", ""),
                        words(cause),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** A record that was tried in vain once more. */
    void failedAgain(DeadLetter letter, Throwable cause) {
        db.sql("update dead_letter set cause = ? where id = ?")
                .params(words(cause), letter.id())
                .update();
    }

    private static String words(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** Whether an earlier record of this key waits: then this one must wait behind it. */
    boolean blocks(ConsumerRecord<String, String> record) {
        return db.sql(
                        "select exists(select 1 from dead_letter where topic = ? and record_key = ? and resolved_at is null)")
                .params(record.topic(), key(record))
                .query(Boolean.class)
                .single();
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

    List<DeadLetter> sameKey(DeadLetter letter) {
        return db.sql(
                        "select * from dead_letter where topic = ? and record_key = ? and resolved_at is null order by id")
                .params(letter.topic(), letter.recordKey())
                .query(ROW)
                .list();
    }

    void resolved(DeadLetter letter) {
        db.sql("update dead_letter set resolved_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), letter.id())
                .update();
    }

    /** Gives up on it: it has no effect here. */
    void setAside(DeadLetter letter, String account) {
        db.sql("update dead_letter set resolved_at = ?, set_aside_by = ? where id = ?")
                .params(Timestamp.from(clock.instant()), account, letter.id())
                .update();
    }

    /** Records without a key have nothing in common: none waits behind another. */
    private static String key(ConsumerRecord<String, String> record) {
        return record.key() == null ? record.partition() + "@" + record.offset() : record.key();
    }
}
