package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.FactTally;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * For ops: the facts of this store that are of a kind which is told, counted and hashed by day, in portions. Who verifies
 * an installation compares them with what others say they heard, and needs no password of any database.
 */
@RestController
@RequestMapping("${mentorat.api}/ops/facts")
class ToldFactsApi {
    /** Read and hashed in well under a second. */
    private static final int PORTION = 20_000;

    /**
     * Some of the facts.
     *
     * @param last  number of the last stored event that was looked at
     * @param more  whether there are later ones
     * @param days  those of them that are told, and were recorded in time
     */
    record Portion(long last, boolean more, List<FactTally.Day> days) {}

    private record Stored(long number, String id, String stream, long sequence, Instant recordedAt, boolean told) {}

    private final JdbcClient db;

    ToldFactsApi(JdbcClient db) {
        this.db = db;
    }

    /**
     * The next portion.
     *
     * @param after number of the last one before, or -1
     * @param until facts recorded then or later do not count
     */
    @GetMapping
    Portion facts(@RequestParam(defaultValue = "-1") long after, @RequestParam Instant until) {
        List<Stored> stored = db.sql("""
            select e.global_index, e.event_id, e.aggregate_id, e.sequence_number, e.time_stamp,
                   coalesce(t.told, false) and e.time_stamp < :until
            from (select * from domain_event where global_index > :after
                  order by global_index limit :most) e
            left join event_type t on t.name = e.payload_type
            order by e.global_index\
            """)
                .param("after", after)
                .param("until", Timestamp.from(until))
                .param("most", PORTION)
                .query((row, _) -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant(),
                        row.getBoolean(6)))
                .list();
        FactTally tally = new FactTally();
        stored.stream()
                .filter(Stored::told)
                .forEach(one -> tally.add(one.id(), one.stream(), one.sequence(), one.recordedAt()));
        return new Portion(
                stored.isEmpty() ? after : stored.getLast().number(), stored.size() == PORTION, tally.days());
    }
}
