package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.typed.Telephone;
import fr.mentoratdurgence.typed.Typed;

/**
 * FR: contact de la structure, the adult who declared the need.
 *
 * @param email empty where only a telephone was given
 * @param phone in E.164; empty where only an e-mail address was given
 */
public record Contact(String name, String email, String phone) {

    /** The telephone in groups, as people read it aloud. */
    public String phoneShown() {
        return Telephone.shown(phone);
    }

    /** Whether this is the same person or desk: a name, an address or a number is the same. */
    public boolean isLike(Contact other) {
        return Typed.plain(name).equals(Typed.plain(other.name))
                || (!email.isEmpty() && email.equals(other.email))
                || (!phone.isEmpty() && phone.equals(other.phone));
    }

    /** Whether this is the same person, and not only the same desk: the family name and a way to reach are the same. */
    public boolean isSamePerson(Contact other) {
        return familyName().equals(other.familyName())
                && ((!email.isEmpty() && email.equals(other.email)) || (!phone.isEmpty() && phone.equals(other.phone)));
    }

    private String familyName() {
        String[] names = name.strip().split("\\s+", -1);
        return Typed.plain(names[names.length - 1]);
    }

    /** As the other one says it; what the other one leaves out stays. */
    public Contact corrected(Contact other) {
        return new Contact(
                other.name.isEmpty() ? name : other.name,
                other.email.isEmpty() ? email : other.email,
                other.phone.isEmpty() ? phone : other.phone);
    }

    /** Masked: a contact must not reach a log. */
    @Override
    public String toString() {
        return "Contact[masked]";
    }
}
