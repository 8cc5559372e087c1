package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.platform.letters.LetterKind;

/** What who has an account of a structure is told by letter; the person of each is the contact's id. */
public enum AccountLetter implements LetterKind {
    /** A login was opened, or its password renewed. Parameter {@code account}. */
    ACCOUNT_INVITATION,
    /** Somebody at this address asked how to log in. */
    LOGIN_REMINDER {
        @Override
        public Weight weight() {
            return Weight.URGENT; // a person waits before the screen
        }
    },
    /** The account was closed, by the person or by somebody else, and the data erased: the receipt, the last letter. */
    ACCOUNT_CLOSED {
        @Override
        public boolean respectsTheNight() {
            return false; // the address is kept until it has left
        }
    }
}
