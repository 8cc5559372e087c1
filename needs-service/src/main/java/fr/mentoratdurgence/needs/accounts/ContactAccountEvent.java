package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;

/** All that can have happened to the account of somebody who speaks for a structure. Stored for ever: add, never edit. */
public sealed interface ContactAccountEvent extends DomainEvent {
    /** {@code contact-<uuid>}: the person, whatever the needs whose contact it is. */
    String contact();

    @Override
    default String stream() {
        return contact();
    }

    /**
     * Somebody may speak for this structure.
     *
     * @param need      the qualified need that vouches for it: the structure was called about it
     * @param invitedBy account of who asked, or who came by the link of a letter
     */
    record ContactInvited(String contact, String structure, String need, String invitedBy, LocalDate invitedOn)
            implements ContactAccountEvent {}

    /** The person can log in. */
    record ContactAccountOpened(String contact, String account, LocalDate openedOn) implements ContactAccountEvent {}

    /** The password was renewed, and all sessions ended. */
    record ContactPasswordRenewed(String contact, LocalDate renewedOn) implements ContactAccountEvent {}

    /**
     * Name or ways to reach the person were set right.
     *
     * @param address whether letters go somewhere else from now on
     */
    record ContactAccountCorrected(String contact, boolean address, LocalDate correctedOn)
            implements ContactAccountEvent {}

    /** The person left the structure, or was erased: the login goes. */
    record ContactLeft(String contact, LocalDate leftOn) implements ContactAccountEvent {}
}
