package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears which pairs live and which trials are on, so that a structure can reach the mentors of its young people, and only these. */
@Component
class Companions implements Inbox {
    private final JdbcClient db;
    private final SetAsideWatch setAside;

    Companions(JdbcClient db, SetAsideWatch setAside) {
        this.db = db;
        this.setAside = setAside;
    }

    /** Whether this structure has a living pair, or a trial, with the mentor. */
    boolean areTogether(Person structure, String mentor) {
        return structure.structure() != null
                && db.sql("select exists (select 1 from companion where mentor = ? and structure = ?)")
                        .params(mentor, structure.structure())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public List<String> topics() {
        return List.of("matching.v1", "followup.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "matching.trial-begun.v1" -> begun(event.as(TrialBegun.class));
            case "matching.match-confirmed.v1" ->
                ended(event.as(MatchConfirmed.class).proposal());
            case "matching.proposal-declined.v1" -> {
                ProposalDeclined e = event.as(ProposalDeclined.class);
                ended(e.proposal());
                setAside.ended(e.mentor());
            }
            case "matching.proposal-expired.v1" -> {
                ProposalExpired e = event.as(ProposalExpired.class);
                ended(e.proposal());
                setAside.ended(e.mentor());
            }
            case "followup.pair-opened.v1" -> opened(event.as(PairOpened.class));
            case "followup.pair-interrupted.v1" -> {
                PairInterrupted e = event.as(PairInterrupted.class);
                ended(e.pair());
                setAside.interrupted(e, event);
            }
            case "followup.pair-closed.v1" -> {
                PairClosed e = event.as(PairClosed.class);
                ended(e.pair());
                setAside.ended(e.mentor());
            }
            default -> {
                // what happens between the two does not matter here
            }
        }
    }

    private void opened(PairOpened pair) {
        db.sql("insert into companion(pair, mentor, structure) values (?, ?, ?) on conflict (pair) do nothing")
                .params(pair.pair(), pair.mentor(), pair.structure())
                .update();
    }

    /** Who tries whether it suits has to talk: until the proposal is decided, the trial stands where a pair would. */
    private void begun(TrialBegun trial) {
        db.sql("insert into companion(pair, mentor, structure) values (?, ?, ?) on conflict (pair) do nothing")
                .params(trial.proposal(), trial.mentor(), trial.structure())
                .update();
    }

    private void ended(String pairOrProposal) {
        db.sql("delete from companion where pair = ?").param(pairOrProposal).update();
    }
}
