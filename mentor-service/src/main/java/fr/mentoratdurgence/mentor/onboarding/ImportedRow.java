package fr.mentoratdurgence.mentor.onboarding;

/**
 * What became of a row of a file of volunteers.
 *
 * @param mentor whose row it is; empty where that is the question
 */
public record ImportedRow(Fate fate, String mentor) {

    /** What a row may become. */
    public enum Fate {
        APPLIED,
        UPDATED,
        UNCHANGED,
        /** Another name is known under this address. */
        OTHER_PERSON,
        /** This person has left, or was refused. */
        COMES_BACK,
        /** What is known otherwise is not this person's to change, or matching counts on it already. */
        NOT_TO_CHANGE
    }

    String written() {
        return fate + " " + mentor;
    }

    /** Reads the answer of the command. */
    public static ImportedRow read(String answer) {
        String[] parts = answer.split(" ", 2);
        return new ImportedRow(Fate.valueOf(parts[0]), parts[1]);
    }
}
