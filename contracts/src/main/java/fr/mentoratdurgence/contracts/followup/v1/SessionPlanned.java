package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A pair means to meet; replaces what it planned before (FR: séance prévue).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-planned.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says so: MENTOR, STRUCTURE or OPERATION
 * @param weekly each week from that day on; false = that once
 * @param firstOn day of the session, or of the first one
 * @param startMinute minutes from midnight, by the clock of the structure
 * @param minutes how long
 */
public record SessionPlanned(
        String pair, String side, boolean weekly, LocalDate firstOn, int startMinute, int minutes) {}
