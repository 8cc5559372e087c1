package fr.mentoratdurgence.mentor.onboarding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force for this operation: data of {@code operation.yml}, not code.
 *
 * @param charterVersion      the charter that must be accepted now
 * @param requiredModules     training without which nobody is active
 * @param proofValidityMonths how long each kind of proof counts from its issue
 * @param plannedEnd          a sworn statement counts no longer than the operation; null where the end is open
 */
public record OperationRules(
        int charterVersion,
        List<String> requiredModules,
        Map<ProofKind, Integer> proofValidityMonths,
        @Nullable LocalDate plannedEnd) {

    /** Refuses rules that leave a kind of proof without validity. */
    public OperationRules {
        requiredModules = List.copyOf(requiredModules);
        proofValidityMonths = Map.copyOf(proofValidityMonths);
        for (ProofKind kind : ProofKind.values()) {
            if (!proofValidityMonths.containsKey(kind)) {
                throw new IllegalArgumentException("operation.proof-validity-months says nothing of " + kind);
            }
        }
    }

    /** The last day on which a proof counts. */
    public LocalDate expiry(ProofKind kind, LocalDate issuedOn) {
        Integer months = proofValidityMonths.get(kind);
        LocalDate expires = issuedOn.plusMonths(months == null ? 0 : months);
        boolean endsWithOperation = kind == ProofKind.SWORN_STATEMENT;
        return endsWithOperation && plannedEnd != null && plannedEnd.isBefore(expires) ? plannedEnd : expires;
    }
}
