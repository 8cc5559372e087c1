package fr.mentoratdurgence.contracts.matching.v1;

/**
 * A référent validated what the mentor accepted: a pair begins.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.match-confirmed.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param pair the pair's stream in followup-service
 * @param terms who and what it is made of
 */
public record MatchConfirmed(String proposal, String pair, PairTerms terms) {}
