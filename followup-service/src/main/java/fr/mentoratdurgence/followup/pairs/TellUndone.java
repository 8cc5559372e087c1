package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the projection that is about what was taken back at once, which is no part of the story, and about ends that are mended. */
final class TellUndone {
    private static final String LAST_HAND_OVER = "select h.fact from pair_fact h where h.pair = :pair"
            + " and h.kind = 'HANDED_OVER' order by h.recorded_at desc, h.fact limit 1";

    private final JdbcClient db;

    TellUndone(JdbcClient db) {
        this.db = db;
    }

    /** Which line it was is kept: who asks twice is told the same. */
    private void keep(String pair, UndoActs.What what, String line) {
        db.sql("""
                insert into pair_undone(event, pair, what, departement, referent)
                select f.event, p.pair, :what, p.departement, p.referent
                from pair_fact f join pair p on p.pair = f.pair
                where f.pair = :pair and f.fact = (%s) on conflict do nothing""".formatted(line))
                .param("pair", pair)
                .param("what", what.name())
                .update();
    }

    void opening(String pair) {
        keep(pair, UndoActs.What.OPENING, "'opening'");
        db.sql("delete from pair where pair = ?").param(pair).update();
        db.sql("delete from pair_fact where pair = ?").param(pair).update();
    }

    void end(String pair) {
        keep(pair, UndoActs.What.END, "'end'");
        db.sql("update pair set status = 'LIVE', ended_on = null, seat_held_until = null where pair = ?")
                .param(pair)
                .update();
        db.sql("delete from pair_fact where pair = ? and fact = 'end'")
                .param(pair)
                .update();
    }

    /** The end stands as it is told now; what was told before has a line of its own. */
    void correctEnd(PairEndCorrected e) {
        db.sql("update pair set ended_on = ? where pair = ?")
                .params(e.endedOn(), e.pair())
                .update();
        db.sql("update pair_fact set day = ?, side = ?, reason = ?, flag = ? where pair = ? and fact = 'end'")
                .params(Arrays.asList(e.endedOn(), name(e.side()), name(e.reason()), e.planned(), e.pair()))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** @param to who follows it again */
    void handOver(String pair, String to) {
        keep(pair, UndoActs.What.HAND_OVER, LAST_HAND_OVER);
        db.sql("update pair set referent = ?, handed_from = null, handed_at = null where pair = ?")
                .params(to, pair)
                .update();
        db.sql("delete from pair_fact where pair = :pair and fact = (" + LAST_HAND_OVER + ")")
                .param("pair", pair)
                .update();
    }
}
