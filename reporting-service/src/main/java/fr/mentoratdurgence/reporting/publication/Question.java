package fr.mentoratdurgence.reporting.publication;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as it was typed.
 *
 * @param asOf record time: an ISO instant or day; nothing = now
 * @param happenedUntil a day; nothing = whenever
 * @param territory such as {@code academie-24}; nothing = the whole operation
 * @param set number of the set of indicators; nothing = what the door gives by itself
 */
record Question(
        @Nullable String asOf,
        @Nullable String happenedUntil,
        @Nullable String territory,
        @Nullable String set) {
    static final Question NOW = new Question(null, null, null, null);
}
