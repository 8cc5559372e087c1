package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of a pair say no. */
enum PairRejection implements RejectionCode {
    PAIR_UNKNOWN(Kind.NOT_FOUND),
    PAIR_ID_TAKEN(Kind.CONFLICT),
    PAIR_ENDED(Kind.CONFLICT),
    FIRST_CONTACT_ALREADY_CONFIRMED(Kind.CONFLICT),
    SESSION_ALREADY_LOGGED(Kind.CONFLICT),
    /** Of that day something else is told, or the same by the same side: is it the same session? */
    SESSION_TOLD_THAT_DAY(Kind.CONFLICT),
    /** It is too late, somebody else has built on it, or it is undone already. */
    NOTHING_TO_UNDO(Kind.CONFLICT),
    /** It was not heard yet that the match was confirmed, or the pair is gone already. */
    OPENING_NOT_HEARD(Kind.CONFLICT),
    /** It protects a young person: a coordinator looks into it. */
    PROTECTION_STANDS(Kind.CONFLICT),
    SESSION_UNKNOWN(Kind.NOT_FOUND),
    /** Told by another side, which alone may mend it. */
    SESSION_NOT_YOURS(Kind.FORBIDDEN),
    DATE_AFTER_END(Kind.INVALID),
    DATE_BEFORE_LAST_SESSION(Kind.INVALID),
    HELD_UNTIL_MISSING(Kind.INVALID),
    SEAT_NOT_HELD(Kind.CONFLICT),
    /** Somebody is looked for already, or the place has had its time. */
    SEAT_NOT_CLOSED(Kind.CONFLICT),
    /** It stands like that already, or is an end of the other sort. */
    NOTHING_TO_CORRECT(Kind.INVALID),
    EXIT_ALREADY_RECORDED(Kind.CONFLICT),
    PAIR_RUNS(Kind.CONFLICT),
    PAIR_ALREADY_PAUSED(Kind.CONFLICT),
    PAIR_NOT_PAUSED(Kind.CONFLICT),
    PAUSE_OVER(Kind.INVALID),
    PAUSE_TOO_LONG(Kind.INVALID),
    MENTOR_HAS_LEFT(Kind.INVALID),
    DATE_IN_FUTURE(Kind.INVALID),
    DATE_BEFORE_OPENING(Kind.INVALID),
    DATE_BEFORE_PROPOSAL(Kind.INVALID),
    CONTINUATION_ALREADY_PROPOSED(Kind.CONFLICT),
    CONTINUATION_ALREADY_AGREED(Kind.CONFLICT),
    NO_CONTINUATION_AFTER_SAFEGUARDING(Kind.CONFLICT),
    NO_CONTINUATION_TO_ANSWER(Kind.CONFLICT),
    MINUTES_OUT_OF_RANGE(Kind.INVALID),
    NOTHING_TO_HAND_OVER(Kind.INVALID),
    FOLLOWED_ALREADY(Kind.INVALID),
    HAND_OVER_UNTIL(Kind.INVALID),
    NO_SUCH_COLLEAGUE(Kind.INVALID),
    COLLEAGUE_ELSEWHERE(Kind.INVALID),
    NOT_YOURS_TO_HAND_OVER(Kind.FORBIDDEN),
    NOT_IN_CHARGE(Kind.FORBIDDEN);

    private final Kind kind;

    PairRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
