package fr.mentoratdurgence.contracts.needs.v1;

/**
 * A référent took the need: he or she will call back.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-referent-assigned.v1}.
 *
 * @param need the need's stream in needs-service
 * @param referent pseudonymous account of the référent
 */
public record NeedReferentAssigned(String need, String referent) {}
