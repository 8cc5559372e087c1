package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For ops: how the letters of this service do, in numbers alone. */
@RestController
@RequestMapping("${mentorat.api}/ops/letters")
class LettersApi implements Gauges {
    private final JdbcClient db;
    private final Clock clock;

    LettersApi(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Numbers of letters, and of addresses to which none goes any more.
     *
     * @param states          by state, such as {@code WAITING}
     * @param late            due, and not gone yet
     * @param latestSeconds   by how much the oldest of these is late
     * @param toCall          what somebody has to say by telephone, by its cause
     * @param closedAddresses by cause: {@code REFUSED} by a server, at once or in a report of later; {@code COMPLAINT}
     */
    record State(
            Map<String, Long> states,
            long late,
            long latestSeconds,
            Map<String, Long> toCall,
            Map<String, Long> closedAddresses) {}

    private record Late(long number, long seconds) {}

    @GetMapping
    State state() {
        Late late = db.sql("""
            select count(*) as number,
                coalesce(extract(epoch from cast(:now as timestamptz) - min(due_at)), 0)::bigint as seconds
            from letter where state = 'WAITING' and due_at < :now\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Late.class)
                .single();
        return new State(
                counted("select state, count(*) from letter group by 1"),
                late.number(),
                late.seconds(),
                counted("select cause, count(*) from letter where state = 'TO_CALL' group by 1"),
                counted("select cause, count(*) from letter_closed_channel group by 1"));
    }

    @Override
    public void read(Readings readings) {
        db.sql("select count(*), min(due_at) from letter where state = 'WAITING' and due_at < ?")
                .param(Timestamp.from(clock.instant()))
                .query(row -> {
                    Timestamp oldest = row.getTimestamp(2);
                    readings.count("mentorat.letters.late", row.getLong(1));
                    readings.since("mentorat.letters.oldest", oldest == null ? null : oldest.toInstant());
                });
        readings.count("mentorat.letters.to.call", db, "select count(*) from letter where state = 'TO_CALL'");
    }

    private Map<String, Long> counted(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        db.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
