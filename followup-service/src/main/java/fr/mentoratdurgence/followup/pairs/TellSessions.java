package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.PairFact.Kind;
import fr.mentoratdurgence.followup.pairs.PairFact.OfSession;
import fr.mentoratdurgence.followup.pairs.PairsProjection.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of {@link PairsProjection} that tells sessions: a line each, mended in place, and a line for each mending. */
final class TellSessions {
    private final JdbcClient db;

    TellSessions(JdbcClient db) {
        this.db = db;
    }

    static Line held(SessionHeld e, String role, Instant recordedAt) {
        return new Line(
                e.session(),
                PairFact.of(Kind.SESSION_HELD, e.heldOn(), role, recordedAt)
                        .lasting(e.minutes(), e.channel())
                        .of(told(e.session(), e.side(), e.support(), null)));
    }

    static Line missed(SessionMissed e, String role, Instant recordedAt) {
        return new Line(
                e.session(),
                PairFact.of(Kind.SESSION_MISSED, e.plannedOn(), role, recordedAt)
                        .by(e.missedBy())
                        .flagged(e.excused())
                        .of(told(e.session(), e.side(), List.of(), null)));
    }

    /** The line of a correction says what was told before. */
    static Line corrected(SessionCorrected e, String role, Instant recordedAt) {
        return new Line(
                "corrected " + e.session() + " " + recordedAt,
                PairFact.of(Kind.SESSION_CORRECTED, e.wasHeldOn(), role, recordedAt)
                        .lasting(e.wasMinutes(), e.wasChannel())
                        .of(told(e.session(), e.side(), e.wasSupport(), e.reason())));
    }

    static Line cancelled(SessionCancelled e, String role, Instant recordedAt) {
        return cancelled(e.session(), e.side(), e.reason(), e.heldOn(), role, recordedAt);
    }

    static Line cancelled(AbsenceCancelled e, String role, Instant recordedAt) {
        return cancelled(e.session(), e.side(), e.reason(), e.plannedOn(), role, recordedAt);
    }

    private static Line cancelled(
            String session, Side side, AmendmentReason reason, LocalDate day, String role, Instant recordedAt) {
        return new Line(
                "cancelled " + session,
                PairFact.of(Kind.SESSION_CANCELLED, day, role, recordedAt).of(told(session, side, List.of(), reason)));
    }

    private static OfSession told(
            String session, Side side, List<SupportKind> support, @Nullable AmendmentReason amendment) {
        return new OfSession(session, side, List.of(), support, false, false, amendment);
    }

    void confirm(SessionConfirmed e) {
        db.sql(
                        "update pair_fact set confirmed_by = array_append(confirmed_by, :side) where pair = :pair and fact = :fact"
                                + " and not :side = any(confirmed_by)")
                .param("side", e.side().name())
                .param("pair", e.pair())
                .param("fact", e.session())
                .update();
    }

    void correct(SessionCorrected e) {
        db.sql("""
                update pair_fact set minutes = :minutes, channel = :channel, day = :day,
                                     support = cast(:support as text[]), confirmed_by = '{}', corrected = true
                where pair = :pair and fact = :fact""")
                .param("minutes", e.minutes())
                .param("channel", e.channel().name())
                .param("day", e.heldOn())
                .param("support", array(e.support()))
                .param("pair", e.pair())
                .param("fact", e.session())
                .update();
    }

    void cancel(String pair, String session) {
        db.sql("update pair_fact set gone = true where pair = ? and fact = ?")
                .params(pair, session)
                .update();
    }

    /** Codes as the text of an array. */
    static String array(List<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }
}
