package fr.mentoratdurgence.contracts.followup.v1;

import java.time.Instant;

/**
 * Still nobody has said that the two of a pair spoke to each other (FR: relance du premier contact).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.first-contact-chased.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param step what follows: REFERENT_CALLS or ALERT
 * @param dueAt the deadline of the first contact
 * @param policy version of the rules of follow-up, from 1
 */
public record FirstContactChased(String pair, String step, Instant dueAt, int policy) {}
