package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A no was recorded by mistake: the proposal stands again, with its seat and capacity.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.proposal-decline-undone.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param terms who and what it is made of
 * @param expiresAt until when the mentor may answer; null where the mentor has said yes already
 * @param trialDueAt until when both sides say how the trial went; null where none is under way
 */
public record ProposalDeclineUndone(
        String proposal,
        PairTerms terms,
        @Nullable Instant expiresAt,
        @Nullable Instant trialDueAt) {}
