package fr.mentoratdurgence.personaldata;

/** Where a text is typed decides what may not stand there. */
public enum TextPlace {
    /** A note, a comment, a reason: nothing about a person. */
    NOTE,
    /** What an institution or a file is called: many bear a word of health, justice or family. */
    TITLE,
    /** A worry about somebody's safety: words of health, violence and family belong there, and nobody's name. */
    WORRY,
    /** What a commune is called, or a list that the State publishes: many bear a person's name. */
    PUBLISHED,
    /** The name of an adult who is to be reached: a name, and nothing more about the person. */
    PERSON;

    boolean refuses(PersonalDataKind kind) {
        return switch (kind) {
            case EMAIL, TELEPHONE, NIR, INE, BIRTH, ADDRESS, ACCOUNT -> true;
            case NAME -> this != PERSON && this != PUBLISHED;
            case HEALTH, JUSTICE, FAMILY, ORIGIN -> this == NOTE;
        };
    }
}
