package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears what becomes of a need in matching-service, so that its structure can follow it. */
@Component
class MatchingInbox implements Inbox {
    private final JdbcClient db;

    MatchingInbox(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> topics() {
        return List.of("matching.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "matching.match-proposed.v1" -> {
                MatchProposed e = event.as(MatchProposed.class);
                set(e.proposal(), e.need(), e.line(), e.seat(), "PROPOSED");
            }
            case "matching.match-confirmed.v1" -> {
                MatchConfirmed e = event.as(MatchConfirmed.class);
                set(e.proposal(), e.need(), e.line(), e.seat(), "CONFIRMED");
            }
            case "matching.proposal-declined.v1" -> {
                ProposalDeclined e = event.as(ProposalDeclined.class);
                set(e.proposal(), e.need(), e.line(), e.seat(), "ENDED");
            }
            case "matching.proposal-expired.v1" -> {
                ProposalExpired e = event.as(ProposalExpired.class);
                set(e.proposal(), e.need(), e.line(), e.seat(), "ENDED");
            }
            default -> {
                // other facts of matching do not show on a need
            }
        }
    }

    private void set(String proposal, String need, int line, int seat, String state) {
        db.sql("""
                insert into need_proposal(proposal, need, line, seat, state) values (?, ?, ?, ?, ?)
                on conflict (proposal) do update set state = excluded.state""").params(proposal, need, line, seat, state).update();
    }
}
