package fr.mentoratdurgence.typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An address that is well formed and probably not what was meant: {@code gmial.com}. Only ever asked, never refused: a
 * small mail host may well be called like that.
 */
public final class LikelySlip {
    /** Where most people of this country have their mailbox. */
    private static final List<String> COMMON = List.of(
            "gmail.com",
            "orange.fr",
            "hotmail.fr",
            "hotmail.com",
            "outlook.fr",
            "outlook.com",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "yahoo.fr",
            "yahoo.com",
            "icloud.com",
            "live.fr",
            "live.com",
            "sfr.fr",
            "neuf.fr",
            "bbox.fr",
            "club-internet.fr",
            "numericable.fr",
            "protonmail.com");
    /** Hosts that exist and look like one of those. */
    private static final Set<String> TRUE = Set.of(
            "mail.com",
            "email.com",
            "ymail.com",
            "googlemail.com",
            "rocketmail.com",
            "gmx.fr",
            "gmx.com",
            "gmx.net",
            "me.com",
            "mac.com",
            "aol.com",
            "aol.fr",
            "msn.com",
            "proton.me",
            "pm.me",
            "mailo.com",
            "mailo.fr",
            "netcourrier.com",
            "yahoo.es",
            "yahoo.it",
            "yahoo.de",
            "hotmail.es",
            "hotmail.it",
            "hotmail.de",
            "hotmail.be",
            "hotmail.ch",
            "outlook.es",
            "outlook.it",
            "outlook.de",
            "outlook.be",
            "live.be",
            "live.nl",
            "live.it",
            "free.com",
            "orange.com",
            "sfr.com");
    /** Too far from what is meant to be counted in letters. */
    private static final Map<String, String> KNOWN = Map.of(
            "gmail.fr", "gmail.com",
            "googlemail.fr", "gmail.com",
            "icloud.fr", "icloud.com",
            "laposte.fr", "laposte.net",
            "laposte.com", "laposte.net",
            "wanadoo.com", "wanadoo.fr",
            "protonmail.fr", "protonmail.com");
    /** In a shorter name two letters are half of it. */
    private static final int LONG = 10;

    private LikelySlip() {}

    /** What was probably meant; empty where nothing looks wrong. */
    public static Optional<EmailAddress> in(EmailAddress address) {
        int at = address.value().lastIndexOf('@');
        String domain = address.value().substring(at + 1);
        return meant(domain).map(host -> new EmailAddress(address.value().substring(0, at + 1) + host));
    }

    /**
     * What to ask about in a form, once: who sends the same address again means it.
     *
     * @param typed as it stands in the field now
     * @param asked what was asked about the last time, sent along by the form; empty = nothing
     */
    public static Optional<EmailAddress> toAsk(String typed, String asked) {
        return EmailAddress.read(typed)
                .filter(address -> !EmailAddress.read(asked).equals(Optional.of(address)))
                .flatMap(LikelySlip::in);
    }

    private static Optional<String> meant(String domain) {
        if (COMMON.contains(domain) || TRUE.contains(domain)) {
            return Optional.empty();
        }
        String known = KNOWN.get(domain);
        if (known != null) {
            return Optional.of(known);
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String host : COMMON) {
            int distance = distance(domain, host);
            if (distance < least && distance <= (host.length() >= LONG ? 2 : 1)) {
                best = host;
                least = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Letters added, left out, replaced, or two neighbours exchanged (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int replaced = least[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                least[i][j] = Math.min(replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (exchanged) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[one.length()][other.length()];
    }
}
