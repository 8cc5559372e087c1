package fr.mentoratdurgence.contracts.followup.v1;

/**
 * What a side said of how it goes is taken back: it is asked as before; or it was otherwise, and is told anew by the next fact.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.check-in-undone.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param number which time it is, from 1
 * @param side MENTOR, STRUCTURE or REFERENT
 */
public record CheckInUndone(String pair, int number, String side) {}
