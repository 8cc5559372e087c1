package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of qualified needs, their seats in use and the pairings that are out of the question. */
@Component
@ProcessingGroup(SeatsProjection.NAME)
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
            case SeatReserved e ->
                db.sql("insert into used_seat(need, line, seat, proposal) values (?, ?, ?, ?)")
                        .params(e.need(), e.line(), e.seat(), e.proposal())
                        .update();
            case SeatTaken _ -> {
                // the seat stays in use
            }
            case SeatReleased e ->
                db.sql("delete from used_seat where need = ? and line = ? and seat = ?")
                        .params(e.need(), e.line(), e.seat())
                        .update();
            case PairingExcluded e ->
                db.sql("""
                        insert into excluded_pairing(need, line, mentor) values (?, ?, ?)
                        on conflict do nothing""").params(e.need(), e.line(), e.mentor()).update();
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

    @ResetHandler
    void reset() {
        db.sql("truncate waiting_line, used_seat, excluded_pairing").update();
    }
}
