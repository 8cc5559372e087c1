package fr.mentoratdurgence.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of words, read once from the resources beside this class, where each says its source. */
final class Lexicon {
    private final Set<String> givenNames = lines("prenoms.txt").stream()
            .flatMap(line -> List.of(line.split(" ", -1)).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** First word of a public figure's name to what may follow it. */
    final Map<String, List<List<String>>> figures = lines("personnages.txt").stream()
            .flatMap(line -> List.of(line.split(";", -1)).stream())
            .map(name -> List.of(name.split(" ", -1)))
            .collect(Collectors.groupingBy(List::getFirst));

    private final Map<String, Set<String>> words = sections("mots.txt");

    /** Words of a section of {@code mots.txt}. */
    Set<String> words(String section) {
        Set<String> found = words.get(section);
        if (found == null) {
            throw new IllegalStateException("no section " + section);
        }
        return found;
    }

    /** Whether this is a given name, or several joined by hyphens. */
    boolean given(String plain) {
        if (givenNames.contains(plain)) {
            return true;
        }
        if (plain.indexOf('-') < 0) {
            return false;
        }
        for (String part : plain.split("-", -1)) {
            if (!givenNames.contains(part) || words("seulement-en-contexte").contains(part)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Set<String>> sections(String resource) {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                current = new HashSet<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                current.addAll(List.of(line.split(" ", -1)));
            }
        }
        return sections;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
