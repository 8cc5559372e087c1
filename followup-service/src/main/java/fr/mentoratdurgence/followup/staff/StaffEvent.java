package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import java.util.List;

/** All that can have happened to somebody's place in the team. Stored for ever: add, never edit. */
public sealed interface StaffEvent extends DomainEvent {
    /** In the place of a département: all of them. */
    String EVERYWHERE = "ALL";

    /** {@code staff-<uuid>}. */
    String staff();

    @Override
    default String stream() {
        return staff();
    }

    /** A coordinator asked this person into the team. Territories are codes of départements, or {@link #EVERYWHERE}. */
    record StaffInvited(String staff, StaffRole role, List<String> territories, String invitedBy, LocalDate invitedOn)
            implements StaffEvent {}

    /** A second coordinator agreed. */
    record StaffConfirmed(String staff, String confirmedBy, LocalDate confirmedOn) implements StaffEvent {}

    /** The person can log in. */
    record StaffAccountOpened(String staff, String account, LocalDate openedOn) implements StaffEvent {}

    /** The password was renewed by a coordinator, and all sessions ended. */
    record StaffPasswordRenewed(String staff, LocalDate renewedOn) implements StaffEvent {}

    /** The name or a way to be reached was set right; whether letters go elsewhere from now on. */
    record StaffCorrected(String staff, boolean address, LocalDate correctedOn) implements StaffEvent {}

    /** A coordinator asked for another role or other territories; a second one has to agree. */
    record StaffChangeAsked(String staff, StaffRole role, List<String> territories, String askedBy, LocalDate askedOn)
            implements StaffEvent {}

    /** The role and the territories are these from now on. */
    record StaffChanged(String staff, StaffRole role, List<String> territories, String changedBy, LocalDate changedOn)
            implements StaffEvent {}

    /** The person left, or will not come: the login goes. */
    record StaffLeft(String staff, LocalDate leftOn) implements StaffEvent {}
}
