package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;

/** What the links in these letters are for. */
enum NeedLink implements LinkPurpose {
    /** Who declared a need does with it what a contact with an account does. */
    NEED_STATUS;

    @Override
    public Duration validity() {
        return Duration.ofDays(180);
    }

    @Override
    public String leadsTo(String subject, String choice) {
        return "/besoins/" + subject;
    }
}
