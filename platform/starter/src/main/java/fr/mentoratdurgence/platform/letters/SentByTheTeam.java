package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Lease;
import fr.mentoratdurgence.platform.domain.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What letters that the team sends by the dozen have to know first. */
final class SentByTheTeam {
    private final Correspondents people;
    private final Letters letters;
    private final JdbcClient db;

    SentByTheTeam(Correspondents people, Letters letters, JdbcClient db) {
        this.people = people;
        this.letters = letters;
        this.db = db;
    }

    /** Whether a letter arrives, as far as is known. */
    boolean isReached(String person) {
        return letters.closed(person).isEmpty()
                && people.find(person).filter(to -> !to.email().isEmpty()).isPresent();
    }

    /**
     * Takes back what has not gone: it was never written.
     *
     * @throws Rejection where it has
     */
    void takeBack(String id) {
        int gone = db.sql("delete from letter where letter_id = ? and state in ('WAITING', 'TO_CALL', 'CANCELLED') and "
                        + Lease.FREE)
                .param(id)
                .update();
        if (gone == 0) {
            throw new Rejection(LetterRejection.LETTER_HAS_GONE);
        }
    }

    /** Whether this letter was written already. */
    boolean isWritten(String id) {
        return db.sql("select exists (select 1 from letter where letter_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
