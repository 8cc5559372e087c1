package fr.mentoratdurgence.followup.attestations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attestations that were given, and what they are made of. Erased with the person, and then no number is true any more. */
public final class AttestationBook {
    private final JdbcClient db;

    AttestationBook(JdbcClient db) {
        this.db = db;
    }

    /** What a mentor gave so far; what was taken back does not count. */
    Given given(String mentor) {
        return db.sql("""
                select count(distinct p.pair)::int as pairs, count(f.fact)::int as sessions,
                       coalesce(sum(f.minutes), 0)::int as minutes, min(f.day) as first_on, max(f.day) as last_on
                from pair p left join pair_fact f
                  on f.pair = p.pair and f.kind = 'SESSION_HELD' and not f.gone
                where p.mentor = ?""").param(mentor).query(Given.class).single();
    }

    List<Attestation> of(String mentor) {
        return db.sql("select * from attestation where mentor = ? order by issued_on desc, number")
                .param(mentor)
                .query(Attestation.class)
                .list();
    }

    Optional<Attestation> find(String number) {
        return db.sql("select * from attestation where number = ?")
                .param(number)
                .query(Attestation.class)
                .optional();
    }

    void keep(Attestation attestation) {
        db.sql("""
                insert into attestation(number, mentor, sessions, minutes, first_on, last_on, issued_on)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        attestation.number(),
                        attestation.mentor(),
                        attestation.sessions(),
                        attestation.minutes(),
                        attestation.firstOn(),
                        attestation.lastOn(),
                        attestation.issuedOn())
                .update();
    }

    void withdraw(String number, String by, LocalDate today) {
        db.sql("update attestation set withdrawn_on = coalesce(withdrawn_on, ?), withdrawn_by = ? where number = ?")
                .params(today, by, number)
                .update();
    }

    /** The mentor was erased. */
    public void erase(String mentor) {
        db.sql("delete from attestation where mentor = ?").param(mentor).update();
    }
}
