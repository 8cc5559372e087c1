package fr.mentoratdurgence.platform.links;

/**
 * What an opened link says of who holds it, to every service.
 *
 * @param purpose what it is for
 * @param person  whom the letter was for
 * @param subject what it speaks of, such as {@code need-<uuid>}
 * @param mentor  the mentor who it is; empty where it is none
 */
public record LinkStatement(String purpose, String person, String subject, String mentor) {
    /** From the issuer to the gateway, and from the gateway to the services; taken from nobody else. */
    public static final String HEADER = "Link-Statement";
}
