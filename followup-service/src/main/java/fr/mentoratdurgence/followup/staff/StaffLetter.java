package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.letters.Rhythm;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Duration;
import java.util.List;

/** What the team is told by letter. */
enum StaffLetter implements LetterKind {
    /** A login was opened. Parameter {@code account}. */
    ACCOUNT_INVITATION,
    /** What waits today, and why first. Parameter {@code on}. */
    MORNING {
        @Override
        public Weight weight() {
            return Weight.ORDINARY;
        }

        @Override
        public List<Rhythm> rhythms() {
            return List.of(Rhythm.DAILY, Rhythm.NEEDED_ONLY);
        }

        @Override
        public boolean respectsTheNight() {
            return false; // it is there when the day begins
        }
    },
    /** Each Monday: the figures of the own territory. Parameter {@code on}. */
    WEEKLY {
        @Override
        public Weight weight() {
            return Weight.ORDINARY;
        }

        @Override
        public List<Rhythm> rhythms() {
            return List.of(Rhythm.AT_ONCE, Rhythm.NEEDED_ONLY);
        }

        @Override
        public boolean respectsTheNight() {
            return false; // it is there when the week begins
        }
    },
    /** A running pair has a mentor whose file the team looks into: a young person may need somebody today. */
    PAIR_TO_REVIEW {
        @Override
        public Weight weight() {
            return Weight.URGENT;
        }
    },
    /** Nobody called a school by the promised day; one for all of a day. Parameter {@code on}. */
    CALL_OVERDUE,
    /** Somebody handed pairs over. Parameters {@code from}, {@code until}, empty = for good. */
    HANDOVER_RECEIVED {
        @Override
        public Duration undoneWithin() {
            return Undo.WITHIN;
        }
    },
    /** Somebody is worried about a young person. Parameter {@code concern}. */
    CONCERN_RAISED(true),
    /** A worry waits, and nobody has taken it in time. Parameter {@code concern}. */
    CONCERN_UNANSWERED(true),
    /** The person left, and what the team kept of them was erased: the receipt, the last letter. Parameter {@code on}. */
    ERASED {
        @Override
        public boolean respectsTheNight() {
            return false; // the address is kept until it has left
        }
    },
    /** A colleague handed needs over: schools wait for a call. */
    NEEDS_HANDED_OVER {
        @Override
        public Duration undoneWithin() {
            return Undo.WITHIN;
        }
    },
    /** Somebody at this address asked how to log in. */
    LOGIN_REMINDER {
        @Override
        public Weight weight() {
            return Weight.URGENT; // a person waits before the screen
        }
    };

    private final boolean forAYoungPersonsSafety;

    StaffLetter() {
        this(false);
    }

    StaffLetter(boolean forAYoungPersonsSafety) {
        this.forAYoungPersonsSafety = forAYoungPersonsSafety;
    }

    @Override
    public Weight weight() {
        return forAYoungPersonsSafety ? Weight.URGENT : LetterKind.super.weight();
    }

    @Override
    public boolean bySms() {
        return forAYoungPersonsSafety;
    }
}
