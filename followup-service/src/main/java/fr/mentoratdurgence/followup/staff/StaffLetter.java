package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.letters.LetterKind;

/** What the team is told by letter. */
enum StaffLetter implements LetterKind {
    /** A login was opened. Parameter {@code account}. */
    ACCOUNT_INVITATION,
    /** Somebody at this address asked how to log in. */
    LOGIN_REMINDER {
        @Override
        public Weight weight() {
            return Weight.URGENT; // a person waits before the screen
        }
    }
}
