package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.links.LinkPurpose;
import java.time.Duration;

/**
 * The link at the foot of a letter that does not have to come: it leads to « Mes courriers ». Its subject is the person.
 *
 * @param page where that page stands
 */
record LettersPurpose(String page) implements LinkPurpose {
    static final String NAME = "LETTERS";
    private static final Duration VALIDITY = Duration.ofDays(365);

    @Override
    public String name() {
        return NAME;
    }

    /** As long as a letter may lie in a mailbox and be thought too many. */
    @Override
    public Duration validity() {
        return VALIDITY;
    }

    @Override
    public String leadsTo(String subject, String choice) {
        return page;
    }
}
