package fr.mentoratdurgence.followup.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about the team.
 *
 * @param firstCoordinator address of who invites all others on a new installation; empty = nobody is invited by itself
 */
@ConfigurationProperties("staff")
record StaffSettings(String firstCoordinator) {

    /** Does not show the address. */
    @Override
    public String toString() {
        return "StaffSettings[***]";
    }
}
