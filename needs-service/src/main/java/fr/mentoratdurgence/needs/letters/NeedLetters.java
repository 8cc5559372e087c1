package fr.mentoratdurgence.needs.letters;

import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.letters.Letters.Kept;
import fr.mentoratdurgence.platform.letters.Letters.ToCall;
import fr.mentoratdurgence.platform.letters.Letters.ToDo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes to the contact of a need, in the transaction of what is to be told; the same fact told again is one letter. */
public final class NeedLetters {
    private final Letters letters;

    NeedLetters(Letters letters) {
        this.letters = letters;
    }

    /**
     * The need was declared by a person.
     *
     * @param callBy the day by which somebody calls
     */
    public void received(String need, LocalDate callBy) {
        letters.write(letter(need, NeedLetter.RECEIVED, need, Map.of("callBy", callBy.toString()))
                .until(call(need)));
    }

    /** A call reached nobody. */
    public void missed(String need, LocalDate calledOn) {
        letters.write(
                letter(need + ":" + calledOn, NeedLetter.CALL_MISSED, need, Map.of("calledOn", calledOn.toString()))
                        .until(call(need)));
    }

    /** Somebody was reached: nothing of a call is left to be told. */
    public void reached(String need) {
        letters.settle(call(need));
    }

    /** Mentors are sought from now on. */
    public void qualified(String need) {
        letters.write(letter(need, NeedLetter.QUALIFIED, need, Map.of()).until(search(need)));
    }

    /** The need is no longer to be served. */
    public void withdrawn(String need) {
        letters.settle(call(need));
        letters.settle(search(need));
        letters.settle(still(need));
    }

    /** The call that was noted last was none. */
    public void notCalled(String need) {
        letters.unwrite(NeedLetter.CALL_MISSED, call(need));
        letters.unsettle(call(need));
    }

    /** It was qualified by mistake. */
    public void notQualified(String need) {
        letters.unwrite(NeedLetter.QUALIFIED, search(need));
    }

    /** It was withdrawn by mistake. */
    public void notWithdrawn(String need) {
        letters.unsettle(call(need));
        letters.unsettle(search(need));
    }

    /** A trial begins. */
    public void trialBegun(String need, String proposal, Instant dueAt) {
        letters.write(
                letter(proposal, NeedLetter.TRIAL_ASKED, need, Map.of("dueAt", dueAt.toString(), "proposal", proposal))
                        .until(proposal));
    }

    /** A proposal is decided, one way or the other. */
    public void decided(String proposal) {
        letters.settle(proposal);
    }

    /** The no to a proposal was a mistake: what was asked of its trial is asked again. */
    public void undecided(String proposal) {
        letters.unsettle(proposal);
    }

    /** A pair begins. */
    public void pairOpened(String need, String pair, Instant firstContactDueAt) {
        letters.write(letter(
                        pair,
                        NeedLetter.CONTACT_READY,
                        need,
                        Map.of("dueAt", firstContactDueAt.toString(), "pair", pair))
                .until(firstContact(pair)));
    }

    /** Nobody has said that the two of a pair have spoken. */
    public void firstContactOverdue(String need, String pair) {
        letters.settle(firstContact(pair)); // the same is asked once
        letters.write(letter(pair, NeedLetter.FIRST_CONTACT_MISSING, need, Map.of("pair", pair))
                .until(firstContact(pair)));
    }

    /** The two of a pair have spoken. */
    public void firstContactConfirmed(String pair) {
        letters.settle(firstContact(pair));
    }

    /** The structure is asked how a pair goes, for the young person and the family; once at a time. */
    public void checkInAsked(String need, String pair, int number, LocalDate answerBy) {
        letters.settle(checkIn(pair));
        letters.write(letter(
                        pair + ":" + number,
                        NeedLetter.CHECK_IN,
                        need,
                        Map.of("pair", pair, "answerBy", answerBy.toString()))
                .until(checkIn(pair)));
    }

    /** The structure said how it goes, or somebody of the team noted it. */
    public void checkInAnswered(String pair) {
        letters.settle(checkIn(pair));
    }

    /** It said so by mistake. */
    public void checkInUnanswered(String pair) {
        letters.unsettle(checkIn(pair));
    }

    /**
     * A pair pauses: of its last day the contact is reminded.
     *
     * @param news whether somebody else said it
     */
    public void pairPaused(String need, String pair, LocalDate until, boolean news) {
        Instant lastDay = Letter.morningOf(until);
        Map<String, String> parameters = Map.of("dueAt", lastDay.toString());
        String about = pair + ":" + until;
        if (news) {
            letters.write(
                    letter(about, NeedLetter.PAIR_PAUSED, need, parameters).until(pause(pair)));
        }
        letters.write(letter(about, NeedLetter.PAIR_RESUMES, need, parameters)
                .dueAt(lastDay)
                .until(pause(pair)));
    }

    /**
     * A pair plans to meet: on the eve of that day the contact is reminded.
     *
     * @param plan  as it was told
     * @param event how it was told; an eve that is past by then reminds nobody
     * @param news  whether somebody else said it
     */
    public void sessionPlanned(String need, SessionPlanned plan, ReceivedEvent event, boolean news) {
        letters.settle(plan(plan.pair()));
        Map<String, String> parameters = Map.of(
                "pair",
                plan.pair(),
                "on",
                plan.firstOn().toString(),
                "minute",
                String.valueOf(plan.startMinute()),
                "minutes",
                String.valueOf(plan.minutes()),
                "weekly",
                String.valueOf(plan.weekly()),
                "version",
                String.valueOf(event.sequence()));
        if (news) {
            letters.write(letter(event.id(), NeedLetter.SESSION_PLANNED, need, parameters)
                    .until(plan(plan.pair())));
        }
        Instant eve = Letter.morningOf(plan.firstOn().minusDays(1));
        if (eve.isAfter(event.time())) {
            letters.write(letter(event.id(), NeedLetter.SESSION_TOMORROW, need, parameters)
                    .dueAt(eve)
                    .until(plan(plan.pair())));
        }
    }

    /** A pair plans nothing any more. */
    public void sessionUnplanned(String pair) {
        letters.settle(plan(pair));
    }

    private static String plan(String pair) {
        return "plan:" + pair;
    }

    /** A pause is ended earlier. */
    public void pairResumed(String pair) {
        letters.settle(pause(pair));
    }

    /** Somebody else of the team follows pairs of this need; of several on one day, one letter. */
    public void referentChanged(String need, String to, LocalDate on) {
        letters.write(letter(need + ":" + to + ":" + on, NeedLetter.REFERENT_CHANGED, need, Map.of())
                .until(referent(need, to)));
    }

    /** That was a mistake. */
    public void referentUnchanged(String need, String to) {
        letters.unwrite(NeedLetter.REFERENT_CHANGED, referent(need, to));
    }

    private static String referent(String need, String to) {
        return "referent:" + need + ":" + to;
    }

    private static String pause(String pair) {
        return "pause:" + pair;
    }

    /** A pair ended before its time, and nobody is looked for in the mentor's place. */
    public void pairStopped(String need, String pair, int line, int seat) {
        pairEnded(pair);
        letters.write(
                letter(pair, NeedLetter.PAIR_STOPPED, need, place(line, seat)).until(end(pair)));
    }

    /** A pair ended before its time, and another mentor is looked for. */
    public void pairInterrupted(String need, String pair, int line, int seat) {
        pairEnded(pair);
        letters.write(
                letter(pair, NeedLetter.MENTOR_LEAVES, need, place(line, seat)).until(end(pair)));
    }

    /** The pair has been over for a while: its place waits for another mentor now. */
    public void seatSought(String need, String pair, int line, int seat) {
        letters.write(
                letter(pair, NeedLetter.SEAT_SOUGHT, need, place(line, seat)).until(end(pair)));
    }

    /** Which young person it is about: two pairs of one mentor may end at once. */
    private static Map<String, String> place(int line, int seat) {
        return Map.of("line", String.valueOf(line), "seat", String.valueOf(seat));
    }

    private static String end(String pair) {
        return "end:" + pair;
    }

    /** A place was kept until this day: the contact is asked what becomes of it. */
    public void seatAsked(String need, String pair, LocalDate heldUntil) {
        letters.write(letter(
                        pair + ":" + heldUntil,
                        NeedLetter.SEAT_ASKED,
                        need,
                        Map.of("answerBy", heldUntil.toString(), "pair", pair))
                .until(seat(pair)));
    }

    /** It is decided, or kept longer. */
    public void seatDecided(String pair) {
        letters.settle(seat(pair));
    }

    private static String seat(String pair) {
        return "seat:" + pair;
    }

    /** A pair is no more: nothing about its beginning is left to be told. */
    public void pairEnded(String pair) {
        reasons(pair).forEach(letters::settle);
    }

    /** Its end was a mistake. */
    public void pairGoesOn(String pair) {
        letters.unwrite(NeedLetter.PAIR_STOPPED, end(pair));
        letters.unwrite(NeedLetter.MENTOR_LEAVES, end(pair));
        reasons(pair).forEach(letters::unsettle);
    }

    private static List<String> reasons(String pair) {
        return List.of(pause(pair), plan(pair), firstContact(pair), checkIn(pair));
    }

    /** A pair is over: the structure is asked, for the young person and the family, whether they would go on in person. */
    public void continuationAsked(String need, String pair) {
        letters.write(letter(pair, NeedLetter.CONTINUATION_ASKED, need, Map.of("pair", pair))
                .until(continuation(pair)));
    }

    /** It answered. */
    public void continuationAnswered(String pair) {
        letters.settle(continuation(pair));
    }

    private static String continuation(String pair) {
        return "continuation:" + pair;
    }

    /** Nobody has said for long whether mentors are still needed. */
    public void stillNeededAsked(String need, LocalDate on) {
        letters.settle(still(need));
        letters.write(
                letter(need + ":" + on, NeedLetter.STILL_NEEDED, need, Map.of()).until(still(need)));
    }

    /** They are. */
    public void stillNeededSaid(String need) {
        letters.settle(still(need));
    }

    private static String still(String need) {
        return "still:" + need;
    }

    /** The team shared resources; all that it shared in one act is one letter. */
    public void resourcesShared(String need, String share) {
        letters.write(letter(share, NeedLetter.RESOURCES_SHARED, need, Map.of()));
    }

    /** The link was lost; asked for several times within an hour, it is one letter. */
    public void linkLost(String need, Instant at) {
        linkAgain(need, at.truncatedTo(ChronoUnit.HOURS));
    }

    /** The address is another one: letters go there, those too that reached nobody, and the link in any case. */
    public void addressCorrected(String need, Instant at) {
        letters.addressCorrected(need);
        if (!letters.waits(need)) {
            linkAgain(need, at);
        }
    }

    private void linkAgain(String need, Instant at) {
        letters.write(letter(need + ":" + at, NeedLetter.STATUS_LINK, need, Map.of()));
    }

    /** The receipt of an erasure. */
    public static Letter erased(String need) {
        return letter(need, NeedLetter.CONTACT_ERASED, need, Map.of());
    }

    /** What the contact is asked to do. */
    public List<ToDo> toDo(String need) {
        return letters.toDo(need, List.of(NeedLetter.values()));
    }

    /** Whether the contact is asked this. */
    public boolean asks(String need, NeedLetter kind) {
        return !letters.toDo(need, List.of(kind)).isEmpty();
    }

    /** What did not reach the contact of this need, so that somebody has to call. */
    public List<ToCall> toCall(String need) {
        return letters.toCall(List.of(need));
    }

    /** Somebody called about all that did not reach the contact. */
    public void called(String need) {
        letters.toCall(List.of(need)).forEach(letter -> {
            boolean _ = letters.called(letter.letter());
        });
    }

    /** What was written to the contact. */
    public List<Kept> kept(String need) {
        return letters.kept(need);
    }

    /** Whether anything is still to be sent to this contact. */
    public boolean waits(String need) {
        return letters.waits(need);
    }

    private static Letter letter(String fact, NeedLetter kind, String need, Map<String, String> parameters) {
        return Letter.of(fact + ":" + kind, kind, need, parameters);
    }

    private static String call(String need) {
        return "call:" + need;
    }

    private static String search(String need) {
        return "search:" + need;
    }

    private static String checkIn(String pair) {
        return "check-in:" + pair;
    }

    private static String firstContact(String pair) {
        return "first-contact:" + pair;
    }
}
