package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the team.
 *
 * @param account empty = no login yet
 * @param leftOn  empty = still here
 * @param asked   empty = nothing is to change
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
        @Nullable LocalDate leftOn,
        @Nullable Asked asked) {

    /** Another role or other territories, once a second coordinator agrees. */
    record Asked(StaffRole role, List<String> territories, String by) {}

    /** Where this person's morning is: in the first of the territories, in Paris where that is the whole country, or none. */
    ZoneId zone() {
        return territories.stream()
                .findFirst()
                .flatMap(Departements::of)
                .map(Departement::timeZone)
                .orElse(OperationZone.PARIS);
    }

    /** Whether the département is in this person's territory. */
    boolean covers(String departement) {
        return territories.contains(StaffEvent.EVERYWHERE) || territories.contains(departement);
    }

    /** The territory as a token says it: codes, or {@code *}. */
    Set<String> territory() {
        return territories.contains(StaffEvent.EVERYWHERE) ? Set.of("*") : Set.copyOf(territories);
    }
}
