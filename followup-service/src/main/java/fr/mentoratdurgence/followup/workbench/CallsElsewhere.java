package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How many people the other services could not reach by letter, as each of them said last. Who they are stays there. */
@Component
class CallsElsewhere {
    /** What a service said longer ago is not known any more. */
    private static final Duration BELIEVED = Duration.ofHours(12);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Clock clock;

    CallsElsewhere(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In whatever order and however often it is heard. */
    void heard(String source, CallsWaiting said) {
        db.sql("""
                insert into calls_waiting(source, counted_at, calls) values (?, ?, ?::jsonb)
                on conflict (source) do update set counted_at = excluded.counted_at, calls = excluded.calls
                where calls_waiting.counted_at < excluded.counted_at""")
                .params(source, Timestamp.from(said.countedAt()), JSON.writeValueAsString(said.calls()))
                .update();
    }

    /** Of this person's territory. */
    int count(Person person) {
        return db.sql("""
                        select coalesce(sum(c.value::int), 0)::int from calls_waiting w, jsonb_each_text(w.calls) c
                        where w.counted_at > ? and (? or c.key = any(?))""")
                .params(
                        Timestamp.from(clock.instant().minus(BELIEVED)),
                        person.territory().contains("*"),
                        person.territory().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
