package fr.mentoratdurgence.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param next where the next part begins; null where this was the last one
 */
public record Portion<T>(List<T> rows, @Nullable String next) {

    /** All there is. */
    public static <T> Portion<T> whole(List<T> rows) {
        return new Portion<>(rows, null);
    }

    /** The same rows, shown otherwise. */
    public <S> Portion<S> map(Function<T, S> shown) {
        return new Portion<>(rows.stream().map(shown).toList(), next);
    }
}
