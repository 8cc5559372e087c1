package fr.mentoratdurgence.followup.pairs;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the projection that is about what was taken back at once: it is no part of the story. */
final class TellUndone {
    private final JdbcClient db;

    TellUndone(JdbcClient db) {
        this.db = db;
    }

    void opening(String pair) {
        db.sql("delete from pair where pair = ?").param(pair).update();
        db.sql("delete from pair_fact where pair = ?").param(pair).update();
    }

    void end(String pair) {
        db.sql("update pair set status = 'LIVE', ended_on = null, seat_held_until = null where pair = ?")
                .param(pair)
                .update();
        db.sql("delete from pair_fact where pair = ? and fact = 'end'")
                .param(pair)
                .update();
    }

    /** @param to who follows it again */
    void handOver(String pair, String to) {
        db.sql("update pair set referent = ?, handed_from = null, handed_at = null where pair = ?")
                .params(to, pair)
                .update();
        db.sql("""
                delete from pair_fact where pair = :pair and recorded_at = (
                    select max(recorded_at) from pair_fact where pair = :pair and kind = 'HANDED_OVER')
                and kind = 'HANDED_OVER'""").param("pair", pair).update();
    }
}
