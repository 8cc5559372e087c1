package fr.mentoratdurgence.followup.safeguarding;

/** What worries somebody. Closed list: add, never rename. */
public enum Worry {
    /** Somebody is in danger now: emergency services first. */
    DANGER_NOW,
    /** Blows, threats, sexual violence. */
    VIOLENCE_OR_ABUSE,
    /** A young person is left without care. */
    NEGLECT,
    /** What an adult of the pair, the mentor above all, says or does. */
    ADULT_BEHAVIOUR,
    /** A young person is very unwell, or speaks of death. */
    DISTRESS,
    /** Strangers, pictures, harassment on the net. */
    ONLINE_RISK,
    /** None of the others. */
    OTHER;

    /** Whether it is answered at any hour of the night too. */
    boolean atAnyHour() {
        return this == DANGER_NOW;
    }
}
