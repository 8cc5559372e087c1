package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.Pair.Undone;
import fr.mentoratdurgence.followup.pairs.Pair.Unknown;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it stands, for the rules of who watches over it.
 *
 * @param contactedOn day of the first contact, null while nobody has confirmed it
 * @param endedOn     null while it lives
 * @param sessions    as they stand after all corrections, in no order
 * @param pauses      days on which it rests
 */
public record PairNow(
        String need,
        String mentor,
        String departement,
        LocalDate openedOn,
        Instant firstContactDueAt,
        @Nullable LocalDate contactedOn,
        @Nullable LocalDate endedOn,
        List<Session> sessions,
        Pauses pauses) {

    /**
     * A session or an absence.
     *
     * @param minutes 0 for an absence
     * @param excused an absence that was announced
     */
    public record Session(LocalDate day, boolean held, int minutes, boolean excused) {}

    static PairNow of(Pair pair) {
        return switch (pair) {
            case Live live -> of(live.opening(), live.told(), null, live.pauses());
            case Ended ended -> of(ended.opening(), ended.told(), ended.end().on(), Pauses.NONE);
            case Undone undone ->
                of(undone.opening(), ToldSessions.NONE, undone.opening().openedOn(), Pauses.NONE);
            case Unknown _ -> throw new Rejection(PairRejection.PAIR_UNKNOWN);
        };
    }

    private static PairNow of(PairOpened opening, ToldSessions told, @Nullable LocalDate endedOn, Pauses pauses) {
        return new PairNow(
                opening.terms().need(),
                opening.terms().mentor(),
                opening.terms().departement(),
                opening.openedOn(),
                opening.firstContactDueAt(),
                told.contactedOn(),
                endedOn,
                told.all().values().stream().map(PairNow::session).toList(),
                pauses);
    }

    private static Session session(ToldSessions.Told told) {
        return switch (told) {
            case ToldSessions.Held held -> new Session(held.day(), true, held.minutes(), false);
            case ToldSessions.Missed missed -> new Session(missed.day(), false, 0, missed.excused());
        };
    }

    /** Whether it runs. */
    public boolean live() {
        return endedOn == null;
    }

    /** Whether it was at rest on this day. */
    public boolean paused(LocalDate day) {
        return pauses.on(day);
    }
}
