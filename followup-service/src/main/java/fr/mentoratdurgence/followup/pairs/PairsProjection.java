package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairs as they stand, what happened to each, and the deadlines still open. Can be dropped and rebuilt from the events
 * at any time.
 */
@Component
@ProcessingGroup(PairsProjection.NAME)
@ReadModel({"pair", "pair_fact", "first_contact_deadline"})
class PairsProjection {
    static final String NAME = "pairs";
    private static final Set<PairFact.Kind> CONTACTS =
            EnumSet.of(PairFact.Kind.FIRST_CONTACT, PairFact.Kind.SESSION_HELD, PairFact.Kind.SESSION_MISSED);

    private final JdbcClient db;

    PairsProjection(JdbcClient db) {
        this.db = db;
    }

    /** One line of a pair's story; what a kind of fact does not say is null. */
    private record Line(
            String fact,
            PairFact.Kind kind,
            LocalDate day,
            @Nullable Side side,
            @Nullable Integer minutes,
            @Nullable Channel channel,
            @Nullable Boolean flag,
            @Nullable InterruptionReason reason,
            @Nullable String association,
            @Nullable ContinuationSide answeredBy) {

        Line(
                String fact,
                PairFact.Kind kind,
                LocalDate day,
                @Nullable Side side,
                @Nullable Integer minutes,
                @Nullable Channel channel,
                @Nullable Boolean flag,
                @Nullable InterruptionReason reason) {
            this(fact, kind, day, side, minutes, channel, flag, reason, null, null);
        }

        static Line continuing(
                PairFact.Kind kind,
                LocalDate day,
                String association,
                @Nullable ContinuationSide answeredBy,
                Instant recordedAt) {
            return new Line(
                    kind.name() + " " + recordedAt, kind, day, null, null, null, null, null, association, answeredBy);
        }
    }

    @EventHandler
    void on(PairEvent event, @Timestamp Instant recordedAt, @MetaDataValue("role") String role) {
        Line line = switch (event) {
            case PairOpened e -> {
                open(e);
                yield new Line("opening", PairFact.Kind.OPENED, e.openedOn(), null, null, null, null, null);
            }
            case FirstContactConfirmed e -> {
                contacted(e);
                yield new Line(
                        "first-contact",
                        PairFact.Kind.FIRST_CONTACT,
                        e.contactedOn(),
                        e.side(),
                        null,
                        null,
                        null,
                        null);
            }
            case FirstContactOverdue e -> {
                overdue(e);
                yield new Line(
                        "overdue",
                        PairFact.Kind.FIRST_CONTACT_OVERDUE,
                        OperationDay.of(e.dueAt()),
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            case SessionHeld e ->
                new Line(
                        e.session(),
                        PairFact.Kind.SESSION_HELD,
                        e.heldOn(),
                        null,
                        e.minutes(),
                        e.channel(),
                        null,
                        null);
            case SessionMissed e ->
                new Line(
                        e.session(),
                        PairFact.Kind.SESSION_MISSED,
                        e.plannedOn(),
                        e.missedBy(),
                        null,
                        null,
                        e.excused(),
                        null);
            case PairInterrupted e -> {
                end(e.pair(), PairStatus.INTERRUPTED, e.interruptedOn());
                yield new Line(
                        "end", PairFact.Kind.INTERRUPTED, e.interruptedOn(), e.side(), null, null, null, e.reason());
            }
            case PairClosed e -> {
                end(e.pair(), PairStatus.CLOSED, e.closedOn());
                yield new Line("end", PairFact.Kind.CLOSED, e.closedOn(), null, null, null, e.planned(), null);
            }
            case ContinuationProposed e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.PROPOSED);
                yield Line.continuing(
                        PairFact.Kind.CONTINUATION_PROPOSED, e.proposedOn(), e.association(), null, recordedAt);
            }
            case ContinuationAgreed e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.AGREED);
                yield Line.continuing(
                        PairFact.Kind.CONTINUATION_AGREED, e.agreedOn(), e.association(), e.side(), recordedAt);
            }
            case ContinuationDeclined e -> {
                goesOn(e.pair(), e.association(), ContinuationStatus.DECLINED);
                yield Line.continuing(
                        PairFact.Kind.CONTINUATION_DECLINED, e.declinedOn(), e.association(), e.side(), recordedAt);
            }
        };
        tell(event.pair(), line, recordedAt, role);
        if (CONTACTS.contains(line.kind())) {
            sum(event.pair());
        }
    }

    private void open(PairOpened e) {
        db.sql("""
                insert into pair(pair, proposal, need, line, seat, mentor, structure, referent, departement, level_band,
                                 priority_audience, opened_on, silent_since, first_contact_due_at,
                                 first_contact_overdue, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?) on conflict do nothing""")
                .params(
                        e.pair(),
                        e.proposal(),
                        e.need(),
                        e.line(),
                        e.seat(),
                        e.mentor(),
                        e.structure(),
                        e.referent(),
                        e.departement(),
                        e.levelBand().name(),
                        e.priorityAudience().name(),
                        e.openedOn(),
                        e.openedOn(),
                        e.firstContactDueAt().atOffset(ZoneOffset.UTC),
                        PairStatus.LIVE.name())
                .update();
        db.sql("insert into first_contact_deadline(pair, due_at) values (?, ?) on conflict do nothing")
                .params(e.pair(), e.firstContactDueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void contacted(FirstContactConfirmed e) {
        db.sql("update pair set first_contact_on = ? where pair = ?")
                .params(e.contactedOn(), e.pair())
                .update();
        forgetDeadline(e.pair());
    }

    private void overdue(FirstContactOverdue e) {
        db.sql("update pair set first_contact_overdue = true where pair = ?")
                .param(e.pair())
                .update();
        forgetDeadline(e.pair());
    }

    private void end(String pair, PairStatus status, LocalDate endedOn) {
        db.sql("update pair set status = ?, ended_on = ? where pair = ?")
                .params(status.name(), endedOn, pair)
                .update();
        forgetDeadline(pair);
    }

    private void goesOn(String pair, String association, ContinuationStatus status) {
        db.sql("update pair set continuation_with = ?, continuation = ? where pair = ?")
                .params(association, status.name(), pair)
                .update();
    }

    private void forgetDeadline(String pair) {
        db.sql("delete from first_contact_deadline where pair = ?").param(pair).update();
    }

    private void tell(String pair, Line line, Instant recordedAt, String role) {
        db.sql("""
                insert into pair_fact(pair, fact, kind, day, side, minutes, channel, flag, reason, association,
                                      answered_by, role, recorded_at)
                values (:pair, :fact, :kind, :day, :side, :minutes, :channel, :flag, :reason, :association, :answeredBy,
                        :role, :recordedAt)
                on conflict do nothing""")
                .param("pair", pair)
                .param("fact", line.fact())
                .param("kind", line.kind().name())
                .param("day", line.day())
                .param("side", name(line.side()))
                .param("minutes", line.minutes())
                .param("channel", name(line.channel()))
                .param("flag", line.flag())
                .param("reason", name(line.reason()))
                .param("association", line.association())
                .param("answeredBy", name(line.answeredBy()))
                .param("role", role)
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
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
                           coalesce(max(day) filter (where kind in ('FIRST_CONTACT', 'SESSION_HELD')), p.opened_on)
                    from pair_fact f where f.pair = p.pair)
                where p.pair = ?""").param(pair).update();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
