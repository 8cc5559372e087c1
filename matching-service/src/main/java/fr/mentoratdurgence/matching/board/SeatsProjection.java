package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.QualifiedNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatGivenBack;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsReopened;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of qualified needs, their seats in use and the pairings that are out of the question. */
@Component
@ProcessingGroup(SeatsProjection.NAME)
@ReadModel({"waiting_line", "used_seat", "excluded_pairing", "replacement", "prematching"})
class SeatsProjection {
    static final String NAME = "seats";

    private static final String COUNT = """
            update waiting_line w set used = n.used, kept = n.kept, replacements = n.replacements,
                free = greatest(0, w.seats - n.used - n.kept)
            from (select
                (select count(*) from used_seat where need = :need and line = :line) as used,
                (select count(*) from prematching
                    where need = :need and line = :line and ended is null and proposal is null) as kept,
                (select count(*) from replacement r where r.need = :need and r.line = :line
                    and not exists (select 1 from used_seat u
                        where u.need = r.need and u.line = r.line and u.seat = r.seat)) as replacements) n
            where w.need = :need and w.line = :line""";

    private final JdbcClient db;

    SeatsProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(SeatsEvent event, @Timestamp Instant recordedAt) {
        switch (event) {
            case SeatsOpened e -> e.qualified().lines().forEach(line -> add(e, line));
            case SeatReserved e -> {
                db.sql("insert into used_seat(need, line, seat, proposal) values (?, ?, ?, ?)")
                        .params(e.need(), e.line(), e.seat(), e.proposal())
                        .update();
                if (e.prematching() != null) {
                    db.sql("update prematching set proposal = ?, last_asked = ? where prematching = ?")
                            .params(e.proposal(), e.mentor(), e.prematching())
                            .update();
                }
                count(e.need(), e.line());
            }
            case SeatTaken e -> {
                // the seat stays in use; a pair whose end was a mistake is no replacement
                db.sql("delete from replacement where pair = ?").param(e.pair()).update();
                count(e.need(), e.line());
            }
            case SeatGivenBack _ -> {
                // the seat stays in use
            }
            case SeatsReopened e ->
                db.sql("update waiting_line set open = true where need = ?")
                        .param(e.need())
                        .update();
            case SeatReleased e -> {
                db.sql("delete from used_seat where need = ? and line = ? and seat = ?")
                        .params(e.need(), e.line(), e.seat())
                        .update();
                db.sql("update prematching set proposal = null where proposal = ? and ended is null")
                        .param(e.proposal())
                        .update();
                count(e.need(), e.line());
            }
            case PairingExcluded e ->
                db.sql("""
                        insert into excluded_pairing(need, line, mentor, reason, excluded_by, excluded_at, structure,
                            departement)
                        select need, line, ?, ?, ?, ?, structure, departement from waiting_line
                        where need = ? and line = ?
                        on conflict (need, line, mentor) do update
                        set reason = excluded.reason, excluded_by = excluded.excluded_by,
                            excluded_at = excluded.excluded_at, lifted_reason = null, lifted_by = null, lifted_at = null
                        where excluded_pairing.lifted_at is not null""")
                        .params(Arrays.asList(
                                e.mentor(),
                                e.reason() == null ? null : e.reason().name(),
                                e.by(),
                                recordedAt.atOffset(ZoneOffset.UTC),
                                e.need(),
                                e.line()))
                        .update();
            case ExclusionLifted e ->
                db.sql("""
                        update excluded_pairing set lifted_reason = ?, lifted_by = ?, lifted_at = ?
                        where need = ? and line = ? and mentor = ?""")
                        .params(
                                e.reason().name(),
                                e.by(),
                                recordedAt.atOffset(ZoneOffset.UTC),
                                e.need(),
                                e.line(),
                                e.mentor())
                        .update();
            case ReplacementQueued e -> {
                db.sql("insert into replacement(pair, need, line, seat) values (?, ?, ?, ?)")
                        .params(e.pair(), e.need(), e.line(), e.seat())
                        .update();
                count(e.need(), e.line());
            }
            case PreMatchingAsked e -> {
                db.sql("""
                        insert into prematching(prematching, need, line, candidates, asked_by, asked_at, structure,
                            departement)
                        select ?, need, line, cast(? as json), ?, ?, structure, departement
                        from waiting_line where need = ? and line = ?""")
                        .params(
                                e.prematching(),
                                Json.write(e.candidates()),
                                e.by(),
                                e.askedAt().atOffset(ZoneOffset.UTC),
                                e.need(),
                                e.line())
                        .update();
                count(e.need(), e.line());
            }
            case PreMatchingEnded e -> {
                db.sql("update prematching set ended = ? where prematching = ?")
                        .params(e.end().name(), e.prematching())
                        .update();
                count(e.need(), e.line());
            }
            case LineCountRevised e -> {
                db.sql("update waiting_line set seats = ? where need = ? and line = ?")
                        .params(e.toCount(), e.need(), e.line())
                        .update();
                count(e.need(), e.line());
            }
            case NeedPassedOn _ -> {
                // of who follows it: the proposals say
            }
            case SeatsClosed e ->
                db.sql("update waiting_line set open = false where need = ?")
                        .param(e.need())
                        .update();
        }
    }

    /** What pages choose and order lines by. */
    private void count(String need, int line) {
        db.sql(COUNT).param("need", need).param("line", line).update();
    }

    private void add(SeatsOpened opened, SeatLine line) {
        QualifiedNeed need = opened.qualified();
        db.sql("""
                insert into waiting_line(need, line, structure, departement, priority_audience, level_band, profile,
                    declared_on, seats, free, open)
                values (?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, ?, true)
                on conflict (need, line) do update set priority_audience = excluded.priority_audience,
                    level_band = excluded.level_band, profile = excluded.profile, seats = excluded.seats,
                    free = excluded.free, open = true""")
                .params(
                        opened.need(),
                        line.line(),
                        need.structure(),
                        need.departement(),
                        need.priorityAudience().name(),
                        line.profile().levelBand().name(),
                        Json.write(line.profile()),
                        need.declaredOn(),
                        line.count(),
                        line.count())
                .update();
    }
}
