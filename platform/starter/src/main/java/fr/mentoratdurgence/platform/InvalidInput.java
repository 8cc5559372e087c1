package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.Violations.Violation;
import java.util.List;

/** An input that cannot be accepted, with everything that is to be mended. */
public final class InvalidInput extends RuntimeException {
    private final transient List<Violation> violations;

    /** An input with at least one violation. */
    public InvalidInput(List<Violation> violations) {
        super("invalid input", null, false, false);
        this.violations = violations;
    }

    /** What is to be mended. */
    public List<Violation> violations() {
        return violations;
    }
}
