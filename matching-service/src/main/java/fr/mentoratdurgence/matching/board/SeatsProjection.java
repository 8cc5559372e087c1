package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of qualified needs, their seats in use and the pairings that are out of the question. */
@Component
@ProcessingGroup(SeatsProjection.NAME)
@ReadModel({"waiting_line", "used_seat", "excluded_pairing", "replacement", "prematching"})
class SeatsProjection {
    static final String NAME = "seats";

    private final JdbcClient db;

    SeatsProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(SeatsEvent event) {
        switch (event) {
            case SeatsOpened e -> e.lines().forEach(line -> add(e, line));
            case SeatReserved e -> {
                db.sql("insert into used_seat(need, line, seat, proposal) values (?, ?, ?, ?)")
                        .params(e.need(), e.line(), e.seat(), e.proposal())
                        .update();
                if (e.prematching() != null) {
                    db.sql("update prematching set proposal = ?, last_asked = ? where prematching = ?")
                            .params(e.proposal(), e.mentor(), e.prematching())
                            .update();
                }
            }
            case SeatTaken _ -> {
                // the seat stays in use
            }
            case SeatReleased e -> {
                db.sql("delete from used_seat where need = ? and line = ? and seat = ?")
                        .params(e.need(), e.line(), e.seat())
                        .update();
                db.sql("update prematching set proposal = null where proposal = ? and ended is null")
                        .param(e.proposal())
                        .update();
            }
            case PairingExcluded e ->
                db.sql("""
                        insert into excluded_pairing(need, line, mentor, reason, excluded_by) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(Arrays.asList(
                                e.need(),
                                e.line(),
                                e.mentor(),
                                e.reason() == null ? null : e.reason().name(),
                                e.by()))
                        .update();
            case ReplacementQueued e ->
                db.sql("insert into replacement(pair, need, line, seat, waiting_since) values (?, ?, ?, ?, ?)")
                        .params(e.pair(), e.need(), e.line(), e.seat(), e.waitingSince())
                        .update();
            case PreMatchingAsked e ->
                db.sql("""
                        insert into prematching(prematching, need, line, candidates, asked_by, asked_at)
                        values (?, ?, ?, cast(? as json), ?, ?)""")
                        .params(
                                e.prematching(),
                                e.need(),
                                e.line(),
                                Json.write(e.candidates()),
                                e.by(),
                                e.askedAt().atOffset(ZoneOffset.UTC))
                        .update();
            case PreMatchingEnded e ->
                db.sql("update prematching set ended = ? where prematching = ?")
                        .params(e.end().name(), e.prematching())
                        .update();
            case LineCountRevised e ->
                db.sql("update waiting_line set seats = ? where need = ? and line = ?")
                        .params(e.toCount(), e.need(), e.line())
                        .update();
            case SeatsClosed e ->
                db.sql("update waiting_line set open = false where need = ?")
                        .param(e.need())
                        .update();
        }
    }

    private void add(SeatsOpened need, SeatLine line) {
        db.sql("""
                insert into waiting_line(need, line, structure, departement, priority_audience, level_band, profile,
                    declared_on, seats, open)
                values (?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, true)""")
                .params(
                        need.need(),
                        line.line(),
                        need.structure(),
                        need.departement(),
                        need.priorityAudience().name(),
                        line.profile().levelBand().name(),
                        Json.write(line.profile()),
                        need.declaredOn(),
                        line.count())
                .update();
    }
}
