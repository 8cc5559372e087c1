package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mentor and one place of a need, from the confirmed match to the last session and what comes after it.
 *
 * <p>A pair opens by itself when a match is confirmed, and a clock begins: the two have to get in touch. Either side or the
 * référent confirms the first contact; where nobody does in time, the silence is said once, and stays said even when a
 * late contact is told. Sessions are logged, held or missed; one that was held is a first contact as well.
 *
 * <p>A pair ends once: closed, as planned or earlier, or interrupted by a side for a reason, which only the team reads.
 * After the end a session of a day before it can still be told, and mended ({@link SessionRules}). An interruption to
 * protect the young person ends everything.
 *
 * <p>Before the end or after it the team may propose that the two go on in person with a member association. Sides say
 * yes or no; after a no it can be proposed again, after a yes of all it is settled.
 *
 * <p>What a click has done by mistake is undone by another one, as long as nobody has built on it: the opening, the end, a
 * hand-over. Then it is as it was before.
 *
 * <p>This is what the rules have to remember of all that.
 */
sealed interface Pair {

    /** Nothing was heard of it. */
    record Unknown() implements Pair {}

    /** It was opened by mistake: it never was. */
    record Undone(PairOpened opening) implements Pair {}

    /**
     * It runs.
     *
     * @param told         contacts and sessions so far
     * @param overdue      whether the deadline passed in silence
     * @param pauses       days on which it rests
     * @param lent         to whom it goes back, and when; null unless it was handed over for a time
     * @param handed       how it was followed before the last hand-over; null for none, or after it was undone
     * @param continuation what was proposed for afterwards; null for nothing, or after a no
     */
    record Live(
            PairOpened opening,
            ToldSessions told,
            boolean overdue,
            Pauses pauses,
            @Nullable Lent lent,
            @Nullable Handed handed,
            @Nullable Continuation continuation)
            implements Pair {
        Live resting(Pauses days) {
            return new Live(opening, told, overdue, days, lent, handed, continuation);
        }

        Live followedBy(String account, @Nullable LocalDate until) {
            String owner = lent == null ? opening.terms().referent() : lent.owner();
            return new Live(
                    opening.followedBy(account),
                    told,
                    overdue,
                    pauses,
                    until == null ? null : new Lent(owner, until),
                    new Handed(opening.terms().referent(), lent),
                    continuation);
        }

        /** As before the last hand-over. */
        Live followedAgain(Handed before) {
            return new Live(
                    opening.followedBy(before.from()), told, overdue, pauses, before.lent(), null, continuation);
        }

        /** Whether nobody has told anything of it. */
        boolean untouched() {
            return told.all().isEmpty()
                    && told.contactedOn() == null
                    && pauses.equals(Pauses.NONE)
                    && continuation == null;
        }

        /** From when on it lives. */
        SessionRules.Life life() {
            return new SessionRules.Life(opening.openedOn(), null);
        }
    }

    /**
     * Followed by somebody else for a time.
     *
     * @param owner account of who follows it again afterwards
     * @param until last day of that time
     */
    record Lent(String owner, LocalDate until) {}

    /**
     * How it was followed before a hand-over.
     *
     * @param from account of who followed it
     * @param lent under which loan
     */
    record Handed(String from, @Nullable Lent lent) {}

    /**
     * It is over, one way or the other.
     *
     * @param told         contacts and sessions while it lived
     * @param before       as it was the moment before; null as soon as something was built on the end
     */
    record Ended(
            PairOpened opening,
            ToldSessions told,
            End end,
            @Nullable Handed handed,
            @Nullable Continuation continuation,
            @Nullable Live before)
            implements Pair {
        /** Something was built on the end. */
        Ended(
                PairOpened opening,
                ToldSessions told,
                End end,
                @Nullable Handed handed,
                @Nullable Continuation continuation) {
            this(opening, told, end, handed, continuation, null);
        }

        /** From when to when it lived. */
        SessionRules.Life life() {
            return new SessionRules.Life(opening.openedOn(), end.on());
        }
    }

    /**
     * What is said of an end.
     *
     * @param side    of an interruption: from where it came; null for a closure
     * @param reason  of an interruption: why; null for a closure
     * @param planned of a closure: whether it was planned; null for an interruption
     */
    record Said(
            LocalDate on,
            @Nullable Side side,
            @Nullable InterruptionReason reason,
            @Nullable Boolean planned) {}

    /**
     * How it ended.
     *
     * @param seat      what becomes of the place; null for a closure, whose place has had its time
     * @param heldUntil until when the place is kept; null where that is no question
     * @param exits     which sides have said how it was
     */
    record End(
            Said said,
            @Nullable SeatAfterwards seat,
            @Nullable LocalDate heldUntil,
            Set<Side> exits) {
        LocalDate on() {
            return said.on();
        }

        /** Interrupted to protect the young person. */
        boolean safeguarding() {
            return said.reason() == InterruptionReason.SAFEGUARDING;
        }

        End decided(SeatAfterwards afterwards, @Nullable LocalDate until) {
            return new End(said, afterwards, until, exits);
        }

        End corrected(Said otherwise) {
            return new End(otherwise, seat, heldUntil, exits);
        }

        End heard(Side side) {
            return new End(
                    said,
                    seat,
                    heldUntil,
                    Stream.concat(exits.stream(), Stream.of(side)).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * To go on in person with a member association.
     *
     * @param since  day of the proposal; once all agree, of that
     * @param agreed false while no answer is known
     */
    record Continuation(String association, LocalDate since, boolean agreed) {}
}
