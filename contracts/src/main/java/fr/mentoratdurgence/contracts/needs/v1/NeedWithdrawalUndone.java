package fr.mentoratdurgence.contracts.needs.v1;

/**
 * A need was withdrawn by mistake, and stands again as before.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-withdrawal-undone.v1}.
 *
 * @param need the need's stream in needs-service
 * @param reason the reason of the withdrawal that is taken back
 * @param qualified whether it is qualified, so that mentors are looked for
 */
public record NeedWithdrawalUndone(String need, String reason, boolean qualified) {}
