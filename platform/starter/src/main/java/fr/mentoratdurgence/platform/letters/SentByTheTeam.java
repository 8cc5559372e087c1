package fr.mentoratdurgence.platform.letters;

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

    /** Whether this letter was written already. */
    boolean isWritten(String id) {
        return db.sql("select exists (select 1 from letter where letter_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
