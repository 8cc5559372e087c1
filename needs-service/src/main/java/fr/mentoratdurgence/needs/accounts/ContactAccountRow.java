package fr.mentoratdurgence.needs.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may speak for a structure.
 *
 * @param account null = no login yet
 * @param leftOn  null = still here
 */
public record ContactAccountRow(
        String contact,
        String structure,
        LocalDate invitedOn,
        @Nullable String account,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate leftOn) {}
