package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pair ended otherwise than told: the first half of this is taken back, the second is true. What becomes of the place is
 * no part of it (FR: fin de binôme corrigée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-end-corrected.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param amendment why it is corrected, such as MISTYPED, WRONG_DAY or OTHERWISE
 * @param wasSide whose side an interruption came from, as told before; null for a closure
 * @param wasReason reason of an interruption, as told before; null for a closure
 * @param wasPlanned whether a closure was planned, as told before; null for an interruption
 * @param wasEndedOn day of the end as told before, Europe/Paris
 * @param side whose side an interruption came from: MENTOR, YOUTH, STRUCTURE or OPERATION; null for a closure
 * @param reason one of the operation's interruption reasons; null for a closure
 * @param planned whether a closure was planned; null for an interruption
 * @param endedOn day of the end, Europe/Paris
 */
public record PairEndCorrected(
        String pair,
        String amendment,
        @Nullable String wasSide,
        @Nullable String wasReason,
        @Nullable Boolean wasPlanned,
        LocalDate wasEndedOn,
        @Nullable String side,
        @Nullable String reason,
        @Nullable Boolean planned,
        LocalDate endedOn) {}
