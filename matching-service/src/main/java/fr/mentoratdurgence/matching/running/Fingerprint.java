package fr.mentoratdurgence.matching.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.matching.engine.Suggestion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** All suggestions of a run as one short code, whatever their order. */
final class Fingerprint {
    private static final int LENGTH = 40; // as long as a code may be in an event

    private Fingerprint() {}

    static String of(List<Suggestion> suggestions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            suggestions.stream()
                    .map(s -> s.need() + "#" + s.line() + " " + s.mentor() + " " + s.score() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(UTF_8)));
            return HexFormat.of().withUpperCase().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
