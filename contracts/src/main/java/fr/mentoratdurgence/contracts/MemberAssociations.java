package fr.mentoratdurgence.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The associations that are members of the Collectif (FR: associations membres). Facts carry their codes; the names are
 * in {@code contracts/member-associations.csv}, which grows and whose codes never change their meaning.
 */
public final class MemberAssociations {
    private static final String FILE = "/contracts/member-associations.csv";
    private static final List<MemberAssociation> ALL = read();

    /**
     * One of them.
     *
     * @param code capital letters, digits and underscores, such as AFEV
     * @param label its name, for people
     */
    public record MemberAssociation(String code, String label) {}

    private MemberAssociations() {}

    /** All of them, in the order of the file. */
    public static List<MemberAssociation> all() {
        return ALL;
    }

    /** The association with this code, in capital or small letters. */
    public static Optional<MemberAssociation> withCode(String code) {
        String capital = code.strip().toUpperCase(Locale.ROOT);
        return ALL.stream().filter(a -> a.code().equals(capital)).findFirst();
    }

    /** The name of an association; its code where this build does not know it. */
    public static String labelOf(String code) {
        return withCode(code).map(MemberAssociation::label).orElse(code);
    }

    /** Codes and names in one text, to say what may be chosen. */
    public static String choices() {
        return ALL.stream().map(a -> a.code() + " (" + a.label() + ")").collect(Collectors.joining(", "));
    }

    private static List<MemberAssociation> read() {
        try (InputStream file = MemberAssociations.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing resource " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(";", 2))
                    .map(cells -> new MemberAssociation(cells[0], cells[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
