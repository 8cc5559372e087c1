package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.SchoolHolidays;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it stands.
 *
 * @param terms               as matching told them; the young person has no other mark here than the seat
 * @param firstContactOn      null while nobody has confirmed it
 * @param firstContactOverdue whether the deadline passed in silence; stays true after a late contact
 * @param seatHeldUntil       it is over, its place is kept until then, and what becomes of it is not decided; told to
 *                            all sides
 * @param pausedFrom          first day of the last pause; null where there was none
 * @param pausedUntil         its last day, or the one before the pair went on
 * @param minutes             of all sessions held
 * @param lastContactOn       day of the last session held, or of the first contact; null before
 * @param continuationWith code of the member association that was proposed last; null where none was
 * @param mentorWithdrewOn    day on which the mentor left the operation; null as long as he or she is there
 * @param proofExpiredOn      since when the mentor has no proof of good standing that counts; told to the team alone,
 *                            null for all others and as long as one counts
 * @param mentorInReviewSince since when the team looks into the mentor's file; told to the team alone, and not why
 * @param mentorApart         whether the mentor has left, or is held to protect young people; no word for why
 * @param restDays            all pauses, past and to come: their days are no silence
 */
public record PairRow(
        String pair,
        String proposal,
        PairTerms terms,
        LocalDate openedOn,
        Instant firstContactDueAt,
        @Nullable LocalDate firstContactOn,
        boolean firstContactOverdue,
        Code<PairStatus> status,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate seatHeldUntil,
        @Nullable LocalDate pausedFrom,
        @Nullable LocalDate pausedUntil,
        int sessions,
        int minutes,
        int missedSessions,
        @Nullable LocalDate lastContactOn,
        @Nullable String continuationWith,
        @Nullable ContinuationStatus continuation,
        @Nullable LocalDate mentorWithdrewOn,
        @Nullable LocalDate proofExpiredOn,
        @Nullable LocalDate mentorInReviewSince,
        boolean mentorApart,
        Pauses restDays) {

    /** Whether mentor and structure may reach each other; the owners of their contact cards see to it. */
    public boolean inTouch() {
        return live() && !mentorApart;
    }

    /** Whether its mentor has left, or may have to: the team calls the structure, and decides. */
    public boolean mentorLeaves() {
        return mentorApart || proofExpiredOn != null || mentorInReviewSince != null;
    }

    /** Whether something is to be decided of it: it runs, or its place is kept. */
    public boolean open() {
        return live() || seatHeldUntil != null;
    }

    /** Whether the day has come on which it is decided what becomes of its place. */
    public boolean seatDue(LocalDate today) {
        return seatHeldUntil != null && !seatHeldUntil.isAfter(today);
    }

    /** Days without a contact, counted from the opening where there was none yet. */
    public int silentDays(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(lastContactOn == null ? openedOn : lastContactOn, today);
    }

    /** Whether nothing was heard for more days of school time than these. */
    public boolean silentFor(int days, LocalDate today) {
        LocalDate since = lastContactOn == null ? openedOn : lastContactOn;
        return !SchoolHolidays.after(since, days + 1, terms.departement(), this::rests)
                .isAfter(today);
    }

    /** Whether it pauses on this day. */
    public boolean rests(LocalDate day) {
        return restDays.on(day);
    }

    /** Whether it pauses on this day, or will from a later one. */
    public boolean pauses(LocalDate today) {
        return live() && pausedUntil != null && !pausedUntil.isBefore(today);
    }

    /** The deadline as a day. */
    public LocalDate firstContactDueOn() {
        return OperationDay.of(firstContactDueAt);
    }

    /** What people call the structure by: its UAI, or the start of its id. */
    public String structureReference() {
        return reference(terms.structure());
    }

    /** What people call the mentor by, where the name is not to be shown. */
    public String mentorReference() {
        return mentorReference(terms.mentor());
    }

    /** What people call a mentor by on the telephone; mentors see the same number in their own space. */
    public static String mentorReference(String mentor) {
        return "M-" + reference(mentor);
    }

    /** The short form of a prefixed id: a school's UAI, or the first eight characters. */
    public static String reference(String id) {
        String bare = id.substring(id.indexOf('-') + 1);
        return bare.substring(0, Math.min(8, bare.length())).toUpperCase(Locale.ROOT);
    }

    /** The name of the member association that was proposed last. */
    public @Nullable String continuationLabel() {
        return continuationWith == null ? null : MemberAssociations.labelOf(continuationWith);
    }

    /** Whether the pair runs. */
    public boolean live() {
        return status.is(PairStatus.LIVE);
    }
}
