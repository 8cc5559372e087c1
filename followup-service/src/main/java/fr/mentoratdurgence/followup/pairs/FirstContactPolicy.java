package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Silence is an event: says so when the deadline of a first contact has passed. Any number of instances may run: each
 * takes other rows, and the command id is the pair's, so that a row taken twice still says it once.
 */
@Component
class FirstContactPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(FirstContactPolicy.class);

    private final Commands commands;
    private final JdbcClient db;
    private final Clock clock;

    FirstContactPolicy(Commands commands, JdbcClient db, Clock clock) {
        this.commands = commands;
        this.db = db;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${followup.silence-watch:5s}")
    void watch() {
        Instant now = clock.instant();
        for (String pair : take(now)) {
            try {
                String _ = commands.send(
                        new NoticeSilence(pair, now), CommandContext.system("first-contact-overdue:" + pair));
            } catch (RuntimeException failed) {
                LOG.warn("the deadline of {} is looked at again in a minute", pair, failed);
            }
        }
    }

    /** The lease counts real time, not the operation's: it only covers an instance that dies half-way. */
    private List<String> take(Instant now) {
        return db.sql("""
                with due as materialized (
                    select pair from first_contact_deadline
                    where due_at <= :now and (taken_until is null or taken_until < now())
                    order by due_at limit 100
                    for update skip locked)
                update first_contact_deadline d set taken_until = now() + interval '1 minute'
                from due where d.pair = due.pair
                returning d.pair""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }
}
