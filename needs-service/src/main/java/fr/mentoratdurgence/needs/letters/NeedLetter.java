package fr.mentoratdurgence.needs.letters;

import fr.mentoratdurgence.platform.letters.LetterKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The letters to the contact of a need; the person of each is the need's id. */
public enum NeedLetter implements LetterKind {
    /** The need is known: its number, the link to follow it, by when somebody calls. */
    RECEIVED,
    /** Somebody called and reached nobody. */
    CALL_MISSED(10, false, false),
    /** Mentors are sought from now on. */
    QUALIFIED(10, false, false),
    /** A named mentor said yes: the two sides try whether it suits. */
    TRIAL_ASKED(0, true, false),
    /** A pair begins: mentor and structure may reach each other. */
    CONTACT_READY(10, true, true),
    /** Nobody said by the deadline that the two have spoken. */
    FIRST_CONTACT_MISSING(0, true, true),
    /** How does a pair go? */
    CHECK_IN(0, true, false),
    /** A pair ended before its time. */
    MENTOR_LEAVES(10, false, false),
    /** A pair pauses. */
    PAIR_PAUSED,
    /** The last day of a pause. */
    PAIR_RESUMES,
    /** The mentor or the team planned a session. */
    SESSION_PLANNED(10, false, false),
    /** The first session that was planned is tomorrow. */
    SESSION_TOMORROW,
    /** Somebody else of the team follows pairs of the need. */
    REFERENT_CHANGED(10, false, false),
    /** A pair stopped; its place is kept, or nobody is missed. */
    PAIR_STOPPED(10, false, false),
    /** A place that was kept, or closed by mistake, waits for another mentor now. */
    SEAT_SOUGHT(10, false, false),
    /** A place was kept until today: does the mentor come back, or is another one looked for? */
    SEAT_ASKED(0, true, false),
    /** A pair is over: would the young person and the family go on in person? */
    CONTINUATION_ASKED(0, true, false),
    /** Nobody has said for long whether mentors are still needed. */
    STILL_NEEDED(0, true, false),
    /** The team shared resources for the lines of the need. */
    RESOURCES_SHARED,
    /** The team asks many at once for news of a pair. */
    NEWS_WELCOME,
    /** The team reminds many at once of holidays to plan for. */
    HOLIDAYS_AHEAD,
    /** The link once more, because it was lost or went to a wrong address. */
    STATUS_LINK,
    /** The receipt of an erasure, the last letter of all. */
    CONTACT_ERASED;

    private static final Set<NeedLetter> ORDINARY =
            Set.of(QUALIFIED, RESOURCES_SHARED, SESSION_PLANNED, SESSION_TOMORROW, NEWS_WELCOME, HOLIDAYS_AHEAD);

    /** What the team may write to many contacts at once. */
    public static final List<NeedLetter> READY = List.of(NEWS_WELCOME, HOLIDAYS_AHEAD);

    private final int undoneMinutes;
    private final boolean asks;
    private final boolean bySms;

    NeedLetter() {
        this(0, false, false);
    }

    NeedLetter(int undoneMinutes, boolean asks, boolean bySms) {
        this.undoneMinutes = undoneMinutes;
        this.asks = asks;
        this.bySms = bySms;
    }

    /** All is asked, or somebody waits; but what goes on, was shared or is planned can be read on a page. */
    @Override
    public Weight weight() {
        return ORDINARY.contains(this) ? Weight.ORDINARY : Weight.NEEDED;
    }

    @Override
    public Duration undoneWithin() {
        return Duration.ofMinutes(undoneMinutes);
    }

    @Override
    public boolean worthACall() {
        return this != SESSION_TOMORROW;
    }

    @Override
    public boolean asks() {
        return asks;
    }

    @Override
    public boolean bySms() {
        return bySms;
    }

    /** The address is kept until the receipt has left: that is not put off. What somebody asked for just now may come. */
    @Override
    public boolean respectsTheNight() {
        return this != CONTACT_ERASED && this != STATUS_LINK && this != RECEIVED;
    }
}
