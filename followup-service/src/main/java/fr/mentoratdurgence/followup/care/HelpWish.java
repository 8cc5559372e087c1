package fr.mentoratdurgence.followup.care;

/** What a side of a pair asks its référent for, on a day of its own choice. */
public enum HelpWish {
    /** That somebody calls. */
    TALK(1),
    /** That the pair does not go on as it is: a structure asks for another mentor, a mentor to stop. */
    CHANGE(2);

    private final int measure;

    HelpWish(int measure) {
        this.measure = measure;
    }

    /** What the alert says of it, growing with its weight. */
    int measure() {
        return measure;
    }
}
