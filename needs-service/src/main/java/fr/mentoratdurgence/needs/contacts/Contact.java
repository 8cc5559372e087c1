package fr.mentoratdurgence.needs.contacts;

/**
 * FR: contact de la structure, the adult who declared the need.
 *
 * @param email empty where only a telephone was given
 * @param phone empty where only an e-mail address was given
 */
public record Contact(String name, String email, String phone) {
    /** Masked: a contact must not reach a log. */
    @Override
    public String toString() {
        return "Contact[masked]";
    }
}
