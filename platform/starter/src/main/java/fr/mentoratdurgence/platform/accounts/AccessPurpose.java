package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;

/**
 * The link of an invitation: it shows the first password, once. Its subject is the account. A service that opens accounts
 * lists it among its purposes.
 *
 * @param links where the links of the service stand, such as {@code /lien/mentors}
 */
public record AccessPurpose(String links) implements LinkPurpose {
    private static final Duration VALIDITY = Duration.ofDays(14);
    /** An attempt that the login server did not answer may be made again; the first password shown ends the link. */
    private static final int USES = 3;

    @Override
    public String name() {
        return "ACCOUNT_ACCESS";
    }

    @Override
    public Duration validity() {
        return VALIDITY;
    }

    @Override
    public int uses() {
        return USES;
    }

    @Override
    public String leadsTo(String subject, String choice) {
        return links + "/acces";
    }

    @Override
    public boolean acts(String choice) {
        return true;
    }
}
