package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.reporting.ledger.Moments;

/**
 * Which fact it is, of whom, and when.
 *
 * @param sequence   place in its stream, from 0
 * @param recordedAt record time, as {@link Moments} counts it
 */
public record FactHead(String id, String source, String type, String subject, long sequence, long recordedAt) {}
