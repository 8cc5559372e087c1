package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears what becomes of a need in matching-service, so that its structure can follow it, and which pairs live, so that
 * a mentor can reach the structure of the young person he or she accompanies.
 */
@Component
class NeedsInbox implements Inbox {
    private final JdbcClient db;

    NeedsInbox(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> topics() {
        return List.of("matching.v1", "followup.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "matching.match-proposed.v1" -> {
                MatchProposed e = event.as(MatchProposed.class);
                set(e.proposal(), e.need(), e.line(), e.seat(), "PROPOSED");
            }
            case "matching.trial-begun.v1" -> begin(event.as(TrialBegun.class));
            case "matching.match-confirmed.v1" -> {
                MatchConfirmed e = event.as(MatchConfirmed.class);
                end(e.proposal());
                set(e.proposal(), e.need(), e.line(), e.seat(), "CONFIRMED");
                db.sql("update need_proposal set pair = ? where proposal = ?")
                        .params(e.pair(), e.proposal())
                        .update();
            }
            case "matching.proposal-declined.v1" -> {
                ProposalDeclined e = event.as(ProposalDeclined.class);
                end(e.proposal());
                set(e.proposal(), e.need(), e.line(), e.seat(), "ENDED");
            }
            case "matching.proposal-expired.v1" -> {
                ProposalExpired e = event.as(ProposalExpired.class);
                end(e.proposal());
                set(e.proposal(), e.need(), e.line(), e.seat(), "ENDED");
            }
            case "followup.pair-opened.v1" -> begin(event.as(PairOpened.class));
            case "followup.pair-interrupted.v1" -> interrupted(event.as(PairInterrupted.class));
            case "followup.pair-closed.v1" -> end(event.as(PairClosed.class).pair());
            default -> {
                // other facts do not show on a need
            }
        }
    }

    private void begin(PairOpened pair) {
        db.sql("insert into companion(pair, need, mentor) values (?, ?, ?) on conflict (pair) do nothing")
                .params(pair.pair(), pair.need(), pair.mentor())
                .update();
    }

    /** Who tries whether it suits has to talk: until the proposal is decided, the trial stands where a pair would. */
    private void begin(TrialBegun trial) {
        db.sql("insert into companion(pair, need, mentor) values (?, ?, ?) on conflict (pair) do nothing")
                .params(trial.proposal(), trial.need(), trial.mentor())
                .update();
    }

    /** The place waits for a mentor again; a pair that is closed has had its time, and still counts. */
    private void interrupted(PairInterrupted e) {
        end(e.pair());
        db.sql("update need_proposal set state = 'ENDED' where need = ? and pair = ?")
                .params(e.need(), e.pair())
                .update();
    }

    private void end(String pairOrProposal) {
        db.sql("delete from companion where pair = ?").param(pairOrProposal).update();
    }

    private void set(String proposal, String need, int line, int seat, String state) {
        db.sql("""
                insert into need_proposal(proposal, need, line, seat, state) values (?, ?, ?, ?, ?)
                on conflict (proposal) do update set state = excluded.state""").params(proposal, need, line, seat, state).update();
    }
}
