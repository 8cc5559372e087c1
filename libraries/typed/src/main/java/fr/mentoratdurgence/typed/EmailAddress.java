package fr.mentoratdurgence.typed;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: exactly what the account system (Keycloak) takes beside a login. One thing more is asked, a dot in
 * the domain: without one no letter arrives.
 *
 * <p>The rules are those of Keycloak's {@code EmailValidationUtil}: local part of 64 characters at most, in ASCII, not
 * quoted; domain of 255.
 *
 * @param value in lower case, as Keycloak keeps it
 */
public record EmailAddress(String value) {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST = 255;

    /** As a mail program copies it: {@code Anne Test <anne.test@example.org>}, {@code mailto:…}, with a comma behind. */
    private static final Pattern COPIED = Pattern.compile("^(?:[^<>@]*<(?:mailto:)?([^<>]*)>|mailto:([^<>]*))[;,]?$");

    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";

    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");

    private static final Pattern DOMAIN = Pattern.compile("[\\p{IsLatin}0-9](?:[\\p{IsLatin}0-9-]*[\\p{IsLatin}0-9])?"
            + "(?:\\.[\\p{IsLatin}0-9](?:[\\p{IsLatin}0-9-]*[\\p{IsLatin}0-9])?)+");

    /** Reads an address as typed; empty where no account could be opened under it. */
    public static Optional<EmailAddress> read(String typed) {
        String address = COPIED.matcher(Typed.small(Typed.text(typed))).replaceFirst("$1$2");
        int at = address.lastIndexOf('@');
        boolean taken = at > 0
                && at <= LONGEST_LOCAL_PART
                && address.length() <= LONGEST
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && isDomain(address.substring(at + 1));
        return taken ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    private static boolean isDomain(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            return false;
        }
        try {
            return IDN.toASCII(domain).length() <= LONGEST_DOMAIN;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Masked: an address must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress[masked]";
    }
}
