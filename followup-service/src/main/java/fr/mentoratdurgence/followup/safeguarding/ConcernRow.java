package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A worry as it stands, for those who may read it.
 *
 * @param raiser    pseudonymous account of who raised it, or wrote it down on the telephone
 * @param answerBy  when it escalates, or did, where nobody took it
 * @param level     how often it escalated
 * @param closure   how it ended; empty = it has not
 * @param keepUntil last day on which its text is kept
 */
public record ConcernRow(
        String concern,
        Code<Worry> worry,
        Code<Side> side,
        boolean byTelephone,
        Concerned about,
        String raiser,
        Instant raisedAt,
        Code<ConcernStatus> status,
        Instant answerBy,
        int level,
        @Nullable String takenBy,
        @Nullable Instant takenAt,
        @Nullable LocalDate protectedOn,
        @Nullable LocalDate closedOn,
        String closure,
        @Nullable LocalDate keepUntil,
        @Nullable LocalDate textErasedOn) {

    /** Whether nobody has taken it. */
    public boolean waiting() {
        return status.is(ConcernStatus.WAITING);
    }

    /** Whether it is settled. */
    public boolean closed() {
        return status.is(ConcernStatus.CLOSED);
    }

    /** Minutes until it is to be taken; less than 0 = since it should have been. */
    public int minutesLeft(Instant now) {
        return (int) Duration.between(now, answerBy).toMinutes();
    }

    /** What the mentor is called on the telephone; empty where none is concerned. */
    public String mentorReference() {
        return about.mentor() == null ? "" : PairRow.mentorReference(about.mentor());
    }

    /** What the structure is called; empty where none is known. */
    public String structureReference() {
        return about.structure() == null ? "" : PairRow.reference(about.structure());
    }
}
