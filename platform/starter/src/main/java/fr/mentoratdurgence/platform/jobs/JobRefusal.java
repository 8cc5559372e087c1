package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations.Violation;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.CommandOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a job was refused, as it is kept with it.
 *
 * @param rule       the rule that refused; nothing where what was asked or brought is to be mended
 * @param violations what is to be mended
 */
record JobRefusal(@Nullable CommandOutcome rule, List<Violation> violations) {

    static JobRefusal of(Rejection refused) {
        return new JobRefusal(CommandOutcome.of(refused), List.of());
    }

    static JobRefusal of(InvalidInput invalid) {
        return new JobRefusal(
                null, invalid.violations().stream().map(JobRefusal::plain).toList());
    }

    /** As it was thrown. */
    RuntimeException again() {
        if (rule == null) {
            return new InvalidInput(violations);
        }
        try {
            String answer = rule.orThrow();
            return new IllegalStateException("no refusal: " + answer);
        } catch (Rejection refused) {
            return refused;
        }
    }

    /** Numbers stay numbers, which the sentence writes in groups; all else is its own word. */
    private static Violation plain(Violation said) {
        return new Violation(
                said.field(),
                said.key(),
                said.args().stream()
                        .map(arg -> arg instanceof Number number ? number : (Object) String.valueOf(arg))
                        .toList());
    }
}
