package fr.mentoratdurgence.followup.care;

/** What was done about an alert. The last six are found by the platform itself. */
public enum AlertOutcome {
    CALLED_MENTOR,
    CALLED_STRUCTURE,
    CALLED_BOTH,
    NEW_TIMES_AGREED,
    MENTOR_SUPPORTED,
    REPLACEMENT_BEGUN,
    FALSE_ALARM,
    /** The two are in contact. */
    CONTACT_MADE(true),
    /** A heavier alert says it. */
    ESCALATED(true),
    /** The hours are as they should be again. */
    PACE_RECOVERED(true),
    /** All were heard. */
    ANSWERED(true),
    /** What had raised it was taken back. */
    TAKEN_BACK(true),
    /** The pair is over. */
    PAIR_ENDED(true);

    private final boolean found;

    AlertOutcome() {
        this(false);
    }

    AlertOutcome(boolean found) {
        this.found = found;
    }

    /** Whether nobody has to say it. */
    public boolean found() {
        return found;
    }
}
