package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * What a side says of the pair once it is over (FR: entretien de fin).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.exit-interview-recorded.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says it: MENTOR, YOUTH (as told by others), STRUCTURE or OPERATION
 * @param outcome HELPED_A_LOT, HELPED, HELPED_LITTLE or DID_NOT_HELP
 * @param again whether this side would do it again
 * @param heldOn day, Europe/Paris
 */
public record ExitInterviewRecorded(String pair, String side, String outcome, boolean again, LocalDate heldOn) {}
