package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All suggestions of a run as one short code, whatever their order. */
final class Fingerprint {
    private static final int LENGTH = 40; // as long as a code may be in an event

    private Fingerprint() {}

    static String of(List<Suggestion> suggestions) {
        String text = suggestions.stream()
                .map(s -> s.need() + "#" + s.line() + " " + s.mentor() + " " + s.score() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return Sha256.hex(text).substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }
}
