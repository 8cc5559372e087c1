package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;

/**
 * A mentor as a person.
 *
 * @param email as {@code EmailAddress} reads it: in lower case
 * @param phone in E.164
 */
public record Identity(String firstName, String lastName, String email, String phone) {

    /** The telephone in groups, as people read it aloud. */
    public String phoneShown() {
        return Telephone.shown(phone);
    }

    /** Whether the names are the same, whatever their case, accents and signs. */
    public boolean isNamedLike(Identity other) {
        return Typed.plain(firstName + lastName).equals(Typed.plain(other.firstName + other.lastName));
    }

    /** Says nothing: an identity must not enter a log by accident. */
    @Override
    public String toString() {
        return "Identity[***]";
    }
}
