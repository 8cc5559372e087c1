package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.wishes.WishEvent.ContinuationAnswered;
import fr.mentoratdurgence.followup.wishes.WishEvent.ContinuationAsked;
import fr.mentoratdurgence.platform.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sides of a pair wish. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup("wishes")
@ReadModel("pair_wish")
class WishProjection {
    private final JdbcClient db;

    WishProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(WishEvent event) {
        switch (event) {
            case ContinuationAsked e ->
                db.sql("insert into pair_wish(pair, asked_on) values (?, ?) on conflict do nothing")
                        .params(e.pair(), e.askedOn())
                        .update();
            case ContinuationAnswered e ->
                db.sql(
                                e.side() == Side.MENTOR
                                        ? "update pair_wish set mentor_agrees = ? where pair = ?"
                                        : "update pair_wish set family_agrees = ? where pair = ?")
                        .params(e.agrees(), e.pair())
                        .update();
        }
    }
}
