package fr.mentoratdurgence.reporting.publication;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as it was typed.
 *
 * @param asOf record time: an ISO instant or day; nothing = now
 * @param happenedUntil a day; nothing = whenever
 * @param territory such as {@code academie-24}; nothing = the whole operation
 */
record Question(
        @Nullable String asOf,
        @Nullable String happenedUntil,
        @Nullable String territory) {
    static final Question NOW = new Question(null, null, null);
}
