package fr.mentoratdurgence.followup.staff;

import java.time.LocalDate;
import java.util.List;

/** All that can be asked about somebody's place in the team. */
sealed interface StaffCommand {
    String staff();

    record Invite(
            String staff, StaffRole role, List<String> territories, Colleague colleague, String by, LocalDate today)
            implements StaffCommand {}

    /** Somebody whom the login server lets in already, with the role that it gives. */
    record TakeIn(
            String staff,
            StaffRole role,
            List<String> territories,
            String account,
            Colleague colleague,
            String by,
            LocalDate today)
            implements StaffCommand {}

    record Confirm(String staff, String by, LocalDate today) implements StaffCommand {}

    record OpenAccount(String staff, String account, LocalDate today) implements StaffCommand {}

    record RenewPassword(String staff, LocalDate today) implements StaffCommand {}

    /**
     * What was typed wrong, or has changed.
     *
     * @param named   whether name or ways to be reached differ
     * @param address whether the address does
     */
    record Correct(
            String staff,
            Colleague colleague,
            boolean named,
            boolean address,
            StaffRole role,
            List<String> territories,
            String by,
            LocalDate today)
            implements StaffCommand {}

    record AgreeToChange(String staff, String by, LocalDate today) implements StaffCommand {}

    record Leave(String staff, String by, LocalDate today) implements StaffCommand {}
}
