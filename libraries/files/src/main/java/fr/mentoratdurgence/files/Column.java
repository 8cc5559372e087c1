package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column that a file may have under several names.
 *
 * @param name as our documentation names it
 * @param required whether a file without it is refused
 * @param aliases other spellings; case, accents, blanks and signs do not count
 */
public record Column(String name, boolean required, List<String> aliases) {
    /** A column that the file must have. */
    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    /** A column that the file may have. */
    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }

    /** Where it stands among headers that went through {@link Typed#plain}; the first of its names that is there. */
    OptionalInt among(List<String> headers) {
        return Stream.concat(Stream.of(name), aliases.stream())
                .mapToInt(spelling -> headers.indexOf(Typed.plain(spelling)))
                .flatMap(at -> at < 0 ? IntStream.empty() : IntStream.of(at))
                .findFirst();
    }
}
