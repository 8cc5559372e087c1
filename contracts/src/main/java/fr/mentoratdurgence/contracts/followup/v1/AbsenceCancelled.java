package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * An absence that was told was none; names what is taken back (FR: absence retirée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.absence-cancelled.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who takes it back: MENTOR, STRUCTURE or OPERATION
 * @param reason why, such as MISTYPED, WRONG_DAY, TOLD_TWICE or TAKEN_BACK
 * @param missedBy who was said to be missing
 * @param excused whether it was said to be announced before
 * @param plannedOn day as told, Europe/Paris
 */
public record AbsenceCancelled(
        String pair,
        String session,
        String side,
        String reason,
        String missedBy,
        boolean excused,
        LocalDate plannedOn) {}
