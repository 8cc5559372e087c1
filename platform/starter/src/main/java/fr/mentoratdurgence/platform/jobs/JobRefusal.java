package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.SystemFault;
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
 * @param fault      what an operator must mend; trying again would not
 */
record JobRefusal(
        @Nullable CommandOutcome rule,
        List<Violation> violations,
        @Nullable Fault fault) {

    /** What of the system is broken, and what the sentence about it names. */
    record Fault(String code, List<String> arguments) {}

    static JobRefusal of(Rejection refused) {
        return new JobRefusal(CommandOutcome.of(refused), List.of(), null);
    }

    static JobRefusal of(InvalidInput invalid) {
        return new JobRefusal(
                null, invalid.violations().stream().map(JobRefusal::plain).toList(), null);
    }

    static JobRefusal of(SystemFault broken) {
        return new JobRefusal(
                null,
                List.of(),
                new Fault(
                        broken.code(),
                        broken.arguments().stream().map(String::valueOf).toList()));
    }

    /** As it was thrown. */
    RuntimeException again() {
        if (fault != null) {
            return new SystemFault(fault.code(), fault.arguments().toArray());
        }
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
