package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.mentor.identity.SetAside;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom a mentor has to do: which pairs live, which trials are on, which proposals are open. As heard. */
@Component
class CompanionBook {
    private static final String WITH_TEAM = "mentor = :mentor and (referent = :account or departement in (:territory))";

    /** Who has left is reached no more, nor who is held to protect young people, though the pair still stands. */
    private static final String REACHED = "select structure, need, pair from companion c where mentor = ?"
            + " and not exists (select 1 from mentor_row m where m.mentor = c.mentor"
            + " and m.status in ('WITHDRAWN', 'ERASED')) and not " + SetAside.HELD;

    private record Together(String structure, String need, String pair) {}

    private final JdbcClient db;

    CompanionBook(JdbcClient db) {
        this.db = db;
    }

    /** Whether the mentor may be reached for a living pair, or a trial, by a structure for which this person speaks. */
    boolean areTogether(Person person, String mentor) {
        return db.sql(REACHED).param(mentor).query(Together.class).list().stream()
                .anyMatch(with -> person.speaksFor(with.structure(), with.need(), with.pair()));
    }

    /** Which of these mentors {@link #areTogether}. */
    List<String> togetherAmong(Person person, List<String> asked) {
        return asked.stream()
                .distinct()
                .filter(mentor -> areTogether(person, mentor))
                .toList();
    }

    /** Whether the mentor has a living pair or an open proposal in this person's territory, or that he or she follows. */
    boolean isOf(Person team, String mentor) {
        return db.sql("select exists (select 1 from companion where " + WITH_TEAM
                        + ") or exists (select 1 from open_proposal where " + WITH_TEAM + ")")
                .param("mentor", mentor)
                .param("account", team.account())
                .param("territory", team.territory().isEmpty() ? Set.of("") : team.territory())
                .query(Boolean.class)
                .single();
    }

    void proposed(MatchProposed proposal) {
        proposed(proposal.proposal(), proposal.mentor(), proposal.referent(), proposal.departement());
    }

    private void proposed(String proposal, String mentor, String referent, String departement) {
        db.sql("""
                insert into open_proposal(proposal, mentor, referent, departement) values (?, ?, ?, ?)
                on conflict (proposal) do nothing""").params(proposal, mentor, referent, departement).update();
    }

    /** The no was a mistake. */
    void proposedAgain(ProposalDeclineUndone undone) {
        PairTerms terms = undone.terms();
        proposed(undone.proposal(), terms.mentor(), terms.referent(), terms.departement());
        if (undone.trialDueAt() != null) {
            tried(undone.proposal(), terms.need(), terms.mentor(), terms.structure());
        }
    }

    /** Who tries whether it suits has to talk: until the proposal is decided, the trial stands where a pair would. */
    void tried(TrialBegun trial) {
        tried(trial.proposal(), trial.need(), trial.mentor(), trial.structure());
    }

    private void tried(String proposal, String need, String mentor, String structure) {
        db.sql("insert into companion(pair, need, mentor, structure) values (?, ?, ?, ?) on conflict (pair) do nothing")
                .params(proposal, need, mentor, structure)
                .update();
    }

    void opened(String pair, PairTerms terms) {
        db.sql("""
                insert into companion(pair, need, mentor, structure, referent, departement) values (?, ?, ?, ?, ?, ?)
                on conflict (pair) do nothing""")
                .params(pair, terms.need(), terms.mentor(), terms.structure(), terms.referent(), terms.departement())
                .update();
    }

    /** Somebody else of the team follows it. */
    void handedOver(String pair, String referent) {
        db.sql("update companion set referent = ? where pair = ?")
                .params(referent, pair)
                .update();
    }

    /** Whose living pair, or trial, that is. */
    Optional<String> mentorOf(String pairOrProposal) {
        return db.sql("select mentor from companion where pair = ?")
                .param(pairOrProposal)
                .query(String.class)
                .optional();
    }

    /** The mentor of a living pair of this person's territory, or that he or she follows. */
    Optional<String> mentorOf(Person team, String pair) {
        return db.sql("select mentor from companion where pair = :pair and (:everywhere or referent = :account"
                        + " or departement in (:territory))")
                .param("pair", pair)
                .param("everywhere", team.territory().contains("*"))
                .param("account", team.account())
                .param("territory", team.territory().isEmpty() ? Set.of("") : team.territory())
                .query(String.class)
                .optional();
    }

    void ended(String pairOrProposal) {
        db.sql("delete from companion where pair = ?").param(pairOrProposal).update();
        db.sql("delete from open_proposal where proposal = ?")
                .param(pairOrProposal)
                .update();
    }
}
