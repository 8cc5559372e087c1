package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.contacts.Contact;
import java.time.LocalDate;

/** All that can be asked about the account of somebody who speaks for a structure. */
public sealed interface ContactAccountCommand {
    /** The person's stream. */
    String contact();

    /**
     * Somebody shall speak for a structure.
     *
     * @param need   a need of the structure, about which somebody was called
     * @param called whether that need is qualified and the structure verified; the use case looks, nobody else says so
     */
    record Invite(
            String contact, String structure, String need, Contact person, String by, boolean called, LocalDate today)
            implements ContactAccountCommand {
        /** An invitation that is still to be looked at. */
        public Invite(String contact, String structure, String need, Contact person, String by, LocalDate today) {
            this(contact, structure, need, person, by, false, today);
        }

        Invite seen(boolean wasCalled) {
            return new Invite(contact, structure, need, person, by, wasCalled, today);
        }
    }

    /** The login was made. */
    record OpenAccount(String contact, String account, LocalDate today) implements ContactAccountCommand {}

    /** The password is about to be renewed. */
    record RenewPassword(String contact, LocalDate today) implements ContactAccountCommand {}

    /** @param address whether letters go somewhere else from now on */
    record Correct(String contact, Contact right, boolean address, LocalDate today) implements ContactAccountCommand {}

    /** The person leaves. */
    record Leave(String contact, LocalDate today) implements ContactAccountCommand {}
}
