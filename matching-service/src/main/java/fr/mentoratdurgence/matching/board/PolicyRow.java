package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.engine.Policy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy.
 *
 * @param active      whether runs follow it now
 * @param activatedBy account that activated it last; null = never
 */
public record PolicyRow(
        Policy policy,
        String publishedBy,
        Instant publishedAt,
        boolean active,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt) {}
