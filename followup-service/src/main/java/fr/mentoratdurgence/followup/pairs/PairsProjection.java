package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactWithdrawn;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpeningUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairPaused;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairResumed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecisionDue;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.PairFact.Kind;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairs as they stand, and what happened to each. Can be dropped and rebuilt from the events
 * at any time.
 */
@Component
@ProcessingGroup(PairsProjection.NAME)
@ReadModel({"pair", "pair_fact", "pair_undone"})
class PairsProjection {
    static final String NAME = "pairs";
    private static final Set<Kind> CONTACTS = EnumSet.of(
            Kind.FIRST_CONTACT,
            Kind.SESSION_HELD,
            Kind.SESSION_MISSED,
            Kind.SESSION_CORRECTED,
            Kind.SESSION_CANCELLED,
            Kind.PAUSED,
            Kind.RESUMED);

    private final JdbcClient db;
    private final TellSessions sessions;
    private final TellUndone undone;

    PairsProjection(JdbcClient db) {
        this.db = db;
        this.sessions = new TellSessions(db);
        this.undone = new TellUndone(db);
    }

    /** A line of a pair's story, under an id that is its own within the pair. */
    record Line(String id, PairFact.Draft told) {}

    @EventHandler
    void on(
            PairEvent event,
            @MessageIdentifier String id,
            @Timestamp Instant recordedAt,
            @MetaDataValue("role") String role) {
        @Nullable
        Line line = switch (event) {
            case PairOpened e -> {
                open(e);
                yield new Line("opening", PairFact.of(Kind.OPENED, e.openedOn(), role, recordedAt));
            }
            case FirstContactConfirmed e -> {
                contacted(e);
                yield new Line(
                        "first-contact",
                        PairFact.of(Kind.FIRST_CONTACT, e.contactedOn(), role, recordedAt)
                                .by(e.side()));
            }
            case FirstContactOverdue e -> {
                overdue(e);
                yield new Line(
                        "overdue",
                        PairFact.of(Kind.FIRST_CONTACT_OVERDUE, OperationDay.of(e.dueAt()), role, recordedAt));
            }
            case FirstContactWithdrawn e -> {
                withdrawn(e);
                yield null;
            }
            case SessionHeld e -> TellSessions.held(e, role, recordedAt);
            case SessionMissed e -> TellSessions.missed(e, role, recordedAt);
            case SessionConfirmed e -> {
                sessions.confirm(e);
                yield null;
            }
            case SessionCorrected e -> {
                sessions.correct(e);
                yield TellSessions.corrected(e, role, recordedAt);
            }
            case SessionCancelled e -> {
                sessions.cancel(e.pair(), e.session());
                yield TellSessions.cancelled(e, role, recordedAt);
            }
            case AbsenceCancelled e -> {
                sessions.cancel(e.pair(), e.session());
                yield TellSessions.cancelled(e, role, recordedAt);
            }
            case PairOpeningUndone e -> {
                undone.opening(e.pair());
                yield null;
            }
            case PairEndUndone e -> {
                undone.end(e.pair());
                yield null;
            }
            case PairHandOverUndone e -> {
                undone.handOver(e.pair(), e.to());
                yield null;
            }
            case PairHandedOver e -> {
                db.sql("update pair set referent = ?, handed_from = ?, handed_at = ? where pair = ?")
                        .params(e.to(), e.from(), recordedAt.atOffset(ZoneOffset.UTC), e.pair())
                        .update();
                yield new Line(
                        "handed over " + recordedAt,
                        PairFact.of(Kind.HANDED_OVER, e.handedOverOn(), role, recordedAt)
                                .flagged(e.until() != null)
                                .to(e.to()));
            }
            case PairPaused e -> {
                pause(e.pair(), e.from(), e.until());
                yield new Line(
                        "paused " + e.from() + " " + recordedAt,
                        PairFact.of(Kind.PAUSED, e.from(), role, recordedAt)
                                .by(e.side())
                                .then(e.reason()));
            }
            case PairResumed e -> {
                resume(e);
                yield new Line(
                        "resumed " + recordedAt,
                        PairFact.of(Kind.RESUMED, e.resumedOn(), role, recordedAt)
                                .by(e.side()));
            }
            case PairInterrupted e -> {
                end(e.pair(), PairStatus.INTERRUPTED, e.interruptedOn());
                keepSeat(e.pair(), e.heldUntil());
                yield new Line(
                        "end",
                        PairFact.of(Kind.INTERRUPTED, e.interruptedOn(), role, recordedAt)
                                .by(e.side())
                                .because(e.reason())
                                .then(e.afterwards()));
            }
            case PairEndCorrected e -> {
                undone.correctEnd(e);
                yield new Line(
                        "end corrected " + recordedAt,
                        PairFact.of(Kind.END_CORRECTED, e.wasEndedOn(), role, recordedAt)
                                .ended(e.wasSide(), e.wasReason(), e.wasPlanned())
                                .then(e.amendment()));
            }
            case SeatDecided e -> {
                keepSeat(e.pair(), e.heldUntil());
                yield new Line(
                        "seat " + recordedAt,
                        PairFact.of(Kind.SEAT_DECIDED, e.decidedOn(), role, recordedAt)
                                .then(e.afterwards()));
            }
            case SeatDecisionDue e ->
                new Line("seat due " + e.heldUntil(), PairFact.of(Kind.SEAT_DUE, e.heldUntil(), role, recordedAt));
            case ExitInterviewRecorded e ->
                new Line(
                        "exit " + e.side(),
                        PairFact.of(Kind.EXIT_INTERVIEW, e.heldOn(), role, recordedAt)
                                .by(e.side())
                                .flagged(e.again())
                                .then(e.outcome()));
            case PairClosed e -> {
                end(e.pair(), PairStatus.CLOSED, e.closedOn());
                yield new Line(
                        "end",
                        PairFact.of(Kind.CLOSED, e.closedOn(), role, recordedAt).flagged(e.planned()));
            }
            case ContinuationProposed e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.PROPOSED);
                yield step(PairFact.of(Kind.CONTINUATION_PROPOSED, e.proposedOn(), role, recordedAt)
                        .with(e.association(), null));
            }
            case ContinuationAgreed e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.AGREED);
                yield step(PairFact.of(Kind.CONTINUATION_AGREED, e.agreedOn(), role, recordedAt)
                        .with(e.association(), e.side()));
            }
            case ContinuationDeclined e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.DECLINED);
                yield step(PairFact.of(Kind.CONTINUATION_DECLINED, e.declinedOn(), role, recordedAt)
                        .with(e.association(), e.side()));
            }
        };
        PairFact told = line == null ? null : line.told().written(id);
        if (line != null && told != null) {
            tell(event.pair(), line.id(), told);
        }
        if (told == null || CONTACTS.stream().anyMatch(told.kind()::is)) {
            sum(event.pair());
        }
    }

    /** The first day on which somebody has to look stands with the pair, so that a page of alerts costs what it shows. */
    @EventHandler
    void on(Alarm alarm) {
        LocalDate from = alarm.from();
        if (from == null) {
            db.sql("update pair set alerts = alerts - ? where pair = ?")
                    .params(alarm.cause(), alarm.pair())
                    .update();
        } else {
            db.sql("update pair set alerts = alerts || jsonb_build_object(?::text, ?::text) where pair = ?")
                    .params(alarm.cause(), from.toString(), alarm.pair())
                    .update();
        }
        db.sql("""
                update pair set alert_from = (select min(value::date) from jsonb_each_text(alerts)) where pair = ?""").param(alarm.pair()).update();
    }

    /** A step towards going on: there may be several of a kind, each of its moment. */
    private static Line step(PairFact.Draft step) {
        return new Line(step.mark(), step);
    }

    private void open(PairOpened e) {
        PairTerms terms = e.terms();
        db.sql("""
                insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, academie,
                                 level_band, priority_audience, need_declared_on, opened_on, silent_since, first_contact_due_at,
                                 first_contact_overdue, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?) on conflict do nothing""")
                .params(
                        e.pair(),
                        e.proposal(),
                        terms.need(),
                        terms.line(),
                        terms.seat(),
                        terms.mentor(),
                        terms.structure(),
                        terms.referent(),
                        terms.departement(),
                        terms.academie(),
                        terms.levelBand(),
                        terms.priorityAudience(),
                        terms.needDeclaredOn(),
                        e.openedOn(),
                        e.openedOn(),
                        e.firstContactDueAt().atOffset(ZoneOffset.UTC),
                        PairStatus.LIVE.name())
                .update();
    }

    private void contacted(FirstContactConfirmed e) {
        db.sql("update pair set first_contact_on = ? where pair = ?")
                .params(e.contactedOn(), e.pair())
                .update();
    }

    private void withdrawn(FirstContactWithdrawn e) {
        db.sql("update pair set first_contact_on = null where pair = ?")
                .param(e.pair())
                .update();
        db.sql("delete from pair_fact where pair = ? and fact = 'first-contact'")
                .param(e.pair())
                .update();
    }

    private void overdue(FirstContactOverdue e) {
        db.sql("update pair set first_contact_overdue = true where pair = ?")
                .param(e.pair())
                .update();
    }

    private void end(String pair, PairStatus status, LocalDate endedOn) {
        db.sql("update pair set status = ?, ended_on = ? where pair = ?")
                .params(status.name(), endedOn, pair)
                .update();
    }

    private void pause(String pair, LocalDate from, LocalDate until) {
        db.sql("""
                update pair set paused_from = :from, paused_until = :until,
                                pauses = pauses || jsonb_build_object('from', cast(:from as text),
                                                                      'until', cast(:until as text))
                where pair = :pair""")
                .param("from", from)
                .param("until", until)
                .param("pair", pair)
                .update();
    }

    /** A pause that has not begun never was; of another one the days before this one were. */
    private void resume(PairResumed e) {
        db.sql("""
                update pair set paused_until = case when paused_from < :on then cast(:on as date) - 1 end,
                                paused_from = case when paused_from < :on then paused_from end,
                                pauses = (
                    select coalesce(jsonb_agg(jsonb_build_object('from', p ->> 'from',
                               'until', least(p ->> 'until', cast(cast(:on as date) - 1 as text)))), '[]')
                    from jsonb_array_elements(pauses) p where p ->> 'from' < cast(:on as text))
                where pair = :pair""").param("on", e.resumedOn()).param("pair", e.pair()).update();
    }

    private void keepSeat(String pair, @Nullable LocalDate until) {
        db.sql("update pair set seat_held_until = :until where pair = :pair")
                .param("until", until)
                .param("pair", pair)
                .update();
    }

    private void goesOn(String pair, String association, ContinuationStatus status) {
        db.sql("update pair set continuation_with = ?, continuation = ? where pair = ?")
                .params(association, status.name(), pair)
                .update();
    }

    private void tell(String pair, String line, PairFact told) {
        db.sql("""
                insert into pair_fact(pair, fact, kind, day, side, minutes, channel, flag, reason, association,
                                      answered_by, role, recorded_at, session, told_by, support, amendment, afterwards,
                                      event)
                values (:pair, :fact, :kind, :day, :side, :minutes, :channel, :flag, :reason, :association, :answeredBy,
                        :role, :recordedAt, :session, :toldBy, cast(:support as text[]), :amendment, :afterwards,
                        :event)
                on conflict do nothing""")
                .param("session", told.session() == null ? null : told.session().id())
                .param(
                        "toldBy",
                        told.session() == null ? null : name(told.session().by()))
                .param(
                        "support",
                        TellSessions.array(
                                told.session() == null
                                        ? List.of()
                                        : told.session().support()))
                .param(
                        "amendment",
                        told.session() == null ? null : name(told.session().amendment()))
                .param("pair", pair)
                .param("fact", line)
                .param("event", told.id())
                .param("kind", told.kind().name())
                .param("day", told.day())
                .param("side", name(told.side()))
                .param("minutes", told.minutes())
                .param("channel", name(told.channel()))
                .param("flag", told.flag())
                .param("reason", name(told.reason()))
                .param("association", told.association())
                .param("answeredBy", name(told.answeredBy()))
                .param("afterwards", told.afterwards())
                .param("role", told.role())
                .param("recordedAt", told.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What lists show of all facts of a pair stands with the pair: set from them, not added to. */
    private void sum(String pair) {
        db.sql("""
                update pair p set (sessions, minutes, missed, last_contact_on, silent_since) = (
                    select count(*) filter (where kind = 'SESSION_HELD'),
                           coalesce(sum(f.minutes) filter (where kind = 'SESSION_HELD'), 0),
                           count(*) filter (where kind = 'SESSION_MISSED'),
                           max(day) filter (where kind in ('FIRST_CONTACT', 'SESSION_HELD')),
                           greatest(
                               coalesce(max(day) filter (where kind in ('FIRST_CONTACT', 'SESSION_HELD')), p.opened_on),
                               p.paused_until)
                    from pair_fact f where f.pair = p.pair and not gone)
                where p.pair = ?""").param(pair).update();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
