package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears which pairs live, so that a mentor can reach the structure of the young person he or she accompanies. */
@Component
class PairInbox implements Inbox {
    private final JdbcClient db;

    PairInbox(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> topics() {
        return List.of("followup.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "followup.pair-opened.v1" -> opened(event.as(PairOpened.class));
            case "followup.pair-interrupted.v1" ->
                ended(event.as(PairInterrupted.class).pair());
            case "followup.pair-closed.v1" -> ended(event.as(PairClosed.class).pair());
            default -> {
                // what happens between the two does not matter here
            }
        }
    }

    private void opened(PairOpened pair) {
        db.sql("insert into companion(pair, need, mentor) values (?, ?, ?) on conflict (pair) do nothing")
                .params(pair.pair(), pair.need(), pair.mentor())
                .update();
    }

    private void ended(String pair) {
        db.sql("delete from companion where pair = ?").param(pair).update();
    }
}
