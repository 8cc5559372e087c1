package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.typed.Telephone;

/**
 * A mentor as a person.
 *
 * @param email as {@code EmailAddress} reads it: in lower case; empty where there is none
 * @param phone in E.164
 */
public record Identity(String firstName, String lastName, String email, String phone) {

    /** The telephone in groups, as people read it aloud. */
    public String phoneShown() {
        return Telephone.shown(phone);
    }

    /** Says nothing: an identity must not enter a log by accident. */
    @Override
    public String toString() {
        return "Identity[***]";
    }
}
