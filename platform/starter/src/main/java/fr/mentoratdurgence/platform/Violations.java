package fr.mentoratdurgence.platform;

import java.util.ArrayList;
import java.util.List;

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

    /** Notes one thing to mend. */
    public Violations add(String field, String key, Object... args) {
        all.add(new Violation(field, key, List.of(args)));
        return this;
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
