package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What mentors are told by letter, what is about a young person first. */
public enum MentorLetter implements LetterKind {
    /** A young person waits: yes or no. Parameters {@code proposal}, {@code until}. */
    PROPOSAL,
    /** The same, a day before it lapses. */
    PROPOSAL_REMINDER,
    /** A named mentor said yes: both sides try. Parameters {@code proposal}, {@code until}. */
    TRIAL,
    /** A pair begins. Parameters {@code pair}, {@code until}. */
    CONTACT_READY,
    /** Nobody has said yet that they spoke to each other. Parameters {@code pair}. */
    FIRST_CONTACT_AWAITED,
    /** How does it go? Parameters {@code pair}, {@code until}. */
    CHECK_IN,
    /** Nobody answered in time. */
    PROPOSAL_LAPSED,
    /** Another side took it back. */
    PROPOSAL_WITHDRAWN,
    /** A pair came to its end: thanks. */
    PAIR_ENDED,
    /** A pair stopped before its time, and not to protect anybody: that is said by a person. */
    PAIR_STOPPED,
    /** Somebody else of the team follows the pair. */
    REFERENT_CHANGED,
    /** A pair pauses. Parameter {@code until}. */
    PAIR_PAUSED,
    /** A pause is over. Parameter {@code until}. */
    PAIR_RESUMES,
    /** The structure or the team planned a session. Parameters {@code pair}, {@code on}, {@code minute}, {@code minutes}. */
    SESSION_PLANNED,
    /** The first session that was planned is tomorrow. The same parameters. */
    SESSION_TOMORROW,
    /** A pair is over: would the mentor go on in person? Parameter {@code pair}. */
    CONTINUATION_ASKED,
    /** The team shared resources for a pair. Parameter {@code pair}. */
    RESOURCES_SHARED,
    /** The team asks many at once for news. Parameter {@code pair}. */
    NEWS_WELCOME,
    /** The team reminds many at once of holidays to plan for. Parameter {@code pair}. */
    HOLIDAYS_AHEAD,
    /** The team asks many at once to note the sessions that were held. Parameter {@code pair}. */
    SESSIONS_TO_TELL,
    /** The proof will expire. Parameter {@code until}. */
    PROOF_TO_RENEW,
    /** The proof has expired. Parameter {@code since}. */
    PROOF_EXPIRED,
    /** There is a newer charter than the one that was accepted. Parameter {@code version}. */
    CHARTER_CHANGED,
    /** All conditions are met. */
    ACTIVE_NOW,
    /** Does this address work? */
    CONFIRM_ADDRESS,
    /** When would an interview suit? Parameters {@code moment1} and so on. */
    INTERVIEW_OFFERED,
    /** It is known when the interview is. Parameter {@code at}. */
    INTERVIEW_BOOKED,
    /** It is tomorrow. The same parameter. */
    INTERVIEW_TOMORROW,
    /** Nobody answered at the hour of the interview. */
    INTERVIEW_MISSED,
    /** An adult applied. Parameter {@code number}. */
    APPLICATION_RECEIVED,
    /** A minor applied: a parent has to agree. Parameter {@code number}. */
    APPLICATION_RECEIVED_MINOR,
    /** Somebody applied again who is known: nothing was added. */
    APPLICATION_AGAIN,
    /** A login was opened, or its password renewed, for who confirmed the address. Parameter {@code account}. */
    ACCOUNT_INVITATION,
    /** Somebody at this address asked how to log in. */
    LOGIN_REMINDER,
    /** Name and ways to reach the person were erased: the receipt, the last letter. Parameter {@code on}. */
    ERASED;

    private static final Set<MentorLetter> BY_SMS =
            Set.of(PROPOSAL, PROPOSAL_REMINDER, CONTACT_READY, INTERVIEW_TOMORROW);
    private static final Set<MentorLetter> ASKING = Set.of(
            PROPOSAL,
            TRIAL,
            CONTACT_READY,
            CHECK_IN,
            CONTINUATION_ASKED,
            PROOF_TO_RENEW,
            CHARTER_CHANGED,
            CONFIRM_ADDRESS);

    /** What they tell can be undone. */
    private static final Set<MentorLetter> UNDONE =
            Set.of(CONTACT_READY, PROPOSAL_WITHDRAWN, PAIR_ENDED, PAIR_STOPPED, REFERENT_CHANGED, SESSION_PLANNED);

    /** Nothing is asked, and neither a young person nor a date hangs on it. */
    private static final Set<MentorLetter> ORDINARY = Set.of(
            PROPOSAL_LAPSED,
            PROPOSAL_WITHDRAWN,
            RESOURCES_SHARED,
            ACTIVE_NOW,
            SESSION_PLANNED,
            SESSION_TOMORROW,
            NEWS_WELCOME,
            HOLIDAYS_AHEAD,
            SESSIONS_TO_TELL);

    /** What the team may write to many mentors at once. */
    public static final List<MentorLetter> READY = List.of(NEWS_WELCOME, HOLIDAYS_AHEAD, SESSIONS_TO_TELL);

    @Override
    public Weight weight() {
        return switch (this) {
            case ERASED, LOGIN_REMINDER -> Weight.URGENT; // the last word; a person waits before the screen
            default -> ORDINARY.contains(this) ? Weight.ORDINARY : Weight.NEEDED;
        };
    }

    @Override
    public boolean bySms() {
        return BY_SMS.contains(this);
    }

    @Override
    public Duration undoneWithin() {
        return UNDONE.contains(this) ? Undo.WITHIN : Duration.ZERO;
    }

    @Override
    public boolean worthACall() {
        return this != SESSION_TOMORROW && this != INTERVIEW_TOMORROW;
    }

    @Override
    public boolean asks() {
        return ASKING.contains(this);
    }

    /** What settles a letter about the mentor's address. */
    public static String address(String mentor) {
        return "address:" + mentor;
    }

    /** What settles a letter about the interview. */
    public static String interview(String mentor) {
        return "interview:" + mentor;
    }

    /** What settles a letter about a newer charter. */
    public static String charter(String mentor) {
        return "charter:" + mentor;
    }

    /** What settles a letter about the mentor's proof. */
    public static String proof(String mentor) {
        return "proof:" + mentor;
    }
}
