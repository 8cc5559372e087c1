package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.typed.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, field by field, so that all of it is said at once. */
public final class Violations {

    /**
     * One thing to mend.
     *
     * @param field where, for example {@code lines[0].count}
     * @param key   message key
     * @param args  for the message
     */
    public record Violation(String field, String key, List<Object> args) {}

    private final List<Violation> all = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    /** Notes one thing to mend; of a value that could not even be read, nothing more is said. */
    public Violations add(String field, String key, Object... args) {
        if (!unread.contains(field)) {
            all.add(new Violation(field, key, List.of(args)));
        }
        return this;
    }

    /** Notes a value that cannot be read, and is left out. */
    public Violations unreadable(String field, String key, Object... args) {
        Violations noted = add(field, key, args);
        unread.add(field);
        return noted;
    }

    /**
     * A value that must be there, noted where it is not.
     *
     * @return the value; only to be used after {@link #throwIfAny()}
     */
    @SuppressWarnings("NullAway") // whoever reads on has called throwIfAny
    public <T> T need(String field, @Nullable T value, String key) {
        if (value == null) {
            add(field, key);
        }
        return value;
    }

    /**
     * A day as people write it, or as a field for days sends it ({@link Typed#date}); null where nothing was typed, and
     * where it cannot be read, which is noted.
     */
    public @Nullable LocalDate day(String field, @Nullable String typed) {
        Optional<LocalDate> day = Typed.date(typed);
        if (day.isEmpty() && !Typed.text(typed).isEmpty()) {
            unreadable(field, "saisie.jour.illisible");
        }
        return day.orElse(null);
    }

    /**
     * What a part of the input comes to; where it is refused, all that is said against it is noted.
     *
     * @return the part; only to be used after {@link #throwIfAny()}
     */
    @SuppressWarnings("NullAway") // whoever reads on has called throwIfAny
    public <T extends @Nullable Object> T of(Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidInput refused) {
            refused.violations()
                    .forEach(said -> add(said.field(), said.key(), said.args().toArray()));
            return null;
        }
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What was noted, in order. */
    public List<Violation> all() {
        return List.copyOf(all);
    }

    /**
     * Ends here where something is wrong.
     *
     * @throws InvalidInput with all of it: 422 in an API, an error summary in a page
     */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidInput(all());
        }
    }
}
