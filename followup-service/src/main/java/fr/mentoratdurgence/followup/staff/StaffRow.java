package fr.mentoratdurgence.followup.staff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the team.
 *
 * @param account empty = no login yet
 * @param leftOn  empty = still here
 */
record StaffRow(
        String staff,
        StaffRole role,
        List<String> territories,
        String invitedBy,
        LocalDate invitedOn,
        boolean confirmed,
        @Nullable String account,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate leftOn) {}
