package fr.mentoratdurgence.mentor.identity;

/**
 * A mentor as a person.
 *
 * @param email normalised: trimmed, lower case
 */
public record Identity(String firstName, String lastName, String email, String phone) {

    /** Says nothing: an identity must not enter a log by accident. */
    @Override
    public String toString() {
        return "Identity[***]";
    }
}
