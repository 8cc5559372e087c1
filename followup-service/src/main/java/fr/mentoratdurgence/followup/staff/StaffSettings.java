package fr.mentoratdurgence.followup.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about the team.
 *
 * @param firstCoordinator address of who invites all others on a new installation; empty = nobody is invited by itself
 * @param contactPhone     whom to call where nobody of the team is known; empty = only the page of contacts is named
 */
@ConfigurationProperties("staff")
record StaffSettings(String firstCoordinator, String contactPhone) {

    /** Does not show the address. */
    @Override
    public String toString() {
        return "StaffSettings[***]";
    }
}
