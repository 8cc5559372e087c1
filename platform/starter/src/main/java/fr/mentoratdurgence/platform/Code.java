package fr.mentoratdurgence.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code as it stands in a table. A newer version of the service may have written it, so that this one need not know
 * it: then it is none of the codes that anybody asks for, and its own word wherever it is shown or told.
 *
 * @param name  as it stands there
 * @param known null where this version does not know it
 */
public record Code<E extends Enum<E>>(String name, @Nullable E known) {

    /** What stands there. */
    public static <E extends Enum<E>> Code<E> of(Class<E> codes, String name) {
        return new Code<>(name, known(codes, name).orElse(null));
    }

    /** The code of this name, wherever it came from; empty where there is none, or none that this version knows. */
    public static <E extends Enum<E>> Optional<E> known(Class<E> codes, @Nullable String name) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    /** Whether it is that one. */
    public boolean is(E code) {
        return known == code;
    }

    @JsonValue
    @Override
    public String toString() {
        return name;
    }
}
