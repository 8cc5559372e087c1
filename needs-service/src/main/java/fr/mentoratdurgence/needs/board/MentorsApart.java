package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which mentors reach no structure any more, also while a pair of theirs still stands: who has left the operation, for
 * good, and who is held to protect young people, until a coordinator decides. Told by three services, in any order: a
 * release counts for what was before it.
 */
@Component
class MentorsApart {
    /** A condition: the mentor of {@code c} is one of these. */
    static final String APART = "exists (select 1 from mentor_apart a where a.mentor = c.mentor"
            + " and (a.departed or a.held_at > coalesce(a.released_at, '-infinity')))";

    private final JdbcClient db;

    MentorsApart(JdbcClient db) {
        this.db = db;
    }

    void departed(MentorWithdrew fact) {
        db.sql("""
                insert into mentor_apart(mentor, departed) values (?, true)
                on conflict (mentor) do update set departed = true""").param(fact.mentor()).update();
    }

    /** Young people are to be protected from that moment on. */
    void held(String mentor, Instant at) {
        db.sql("""
                insert into mentor_apart(mentor, held_at) values (?, ?) on conflict (mentor) do update
                set held_at = greatest(mentor_apart.held_at, excluded.held_at)""").params(mentor, at.atOffset(ZoneOffset.UTC)).update();
    }

    void released(MentorReleased fact) {
        db.sql("""
                insert into mentor_apart(mentor, released_at) values (?, ?) on conflict (mentor) do update
                set released_at = greatest(mentor_apart.released_at, excluded.released_at)""")
                .params(fact.mentor(), fact.releasedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
