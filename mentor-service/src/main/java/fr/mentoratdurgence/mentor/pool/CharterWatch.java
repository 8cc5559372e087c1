package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A version of the charter comes into force with the setting of the operation: whoever accepted an older one is asked again,
 * one by one as a deadline each, so that nobody is asked twice and ops see how many still wait. Looked at from the start on
 * and every hour: who was being looked into, or accepted the former one meanwhile, is asked then.
 */
@Component
class CharterWatch {
    enum Kind {
        CHARTER_CHANGED
    }

    /** Who is still here and accepted a charter once, and not this one; a deadline that was set is not moved. */
    private static final String TO_ASK = """
            select m.mentor from mentor_row m
            where m.status in ('APPLIED', 'ACTIVE') and m.charter > 0 and m.charter < :version and %s
                and not exists (
                    select 1 from deadline d
                    where d.key = 'charter-changed:' || m.mentor || ':' || cast(:version as text))""".formatted(MentorBoard.GOES_ON);

    private final JdbcClient db;
    private final OperationRules rules;
    private final Deadlines deadlines;
    private final Clock clock;

    CharterWatch(JdbcClient db, OperationRules rules, Deadlines deadlines, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Any number of instances, any number of times: what is set once is set. */
    @Scheduled(fixedDelayString = "${mentor.charter-watch:1h}")
    @Transactional
    public void look() {
        Instant now = clock.instant();
        deadlines.set(db.sql(TO_ASK).param("version", rules.charterVersion()).query(String.class).list().stream()
                .map(mentor -> Deadline.of(Kind.CHARTER_CHANGED, mentor, rules.charterVersion(), now))
                .toArray(Deadline[]::new));
    }
}
