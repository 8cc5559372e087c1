package fr.mentoratdurgence.followup.care;

/** Why somebody should look at a pair; one of a kind is open at a time. */
public enum AlertKind {
    /** A week after its beginning nobody has said that the two spoke to each other. */
    FIRST_CONTACT(Weight.ALERT),
    /** No news for two weeks of school time. */
    SILENCE(Weight.ALERT),
    /** Two sessions in a row were missed without a word. */
    NO_SHOW_QUESTION(Weight.QUESTION),
    /** Three or more in a row. */
    NO_SHOW_STREAK(Weight.ALERT),
    /** Less than an hour a week over three weeks of school. */
    TOO_FEW_HOURS(Weight.ALERT),
    /** More than two hours a week over three weeks of school. */
    TOO_MANY_HOURS(Weight.QUESTION),
    /** Somebody says that it goes badly. */
    POOR_CHECK_IN(Weight.ALERT),
    /** The mentor asks to be called, or to stop. */
    MENTOR_ASKS(Weight.ALERT),
    /** The structure asks to be called, or for another mentor. */
    STRUCTURE_ASKS(Weight.ALERT),
    /** A side did not say how it goes. */
    UNANSWERED_CHECK_IN(Weight.QUESTION);

    /** How much it hurts. */
    public enum Weight {
        /** Somebody has to act. */
        ALERT,
        /** Somebody may ask. */
        QUESTION
    }

    private final Weight weight;

    AlertKind(Weight weight) {
        this.weight = weight;
    }

    /** How much it hurts. */
    public Weight weight() {
        return weight;
    }
}
