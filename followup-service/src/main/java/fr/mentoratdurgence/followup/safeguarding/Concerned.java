package fr.mentoratdurgence.followup.safeguarding;

import org.jspecify.annotations.Nullable;

/**
 * About whom or what a worry is, by ids. A young person has none: the structure knows who stands behind a pair or a need.
 *
 * @param pair        where there is one
 * @param need        where it is known
 * @param mentor      where there is one
 * @param structure   where it is known
 * @param departement whose coordinators answer; nothing = those of the whole country
 */
public record Concerned(
        @Nullable String pair,
        @Nullable String need,
        @Nullable String mentor,
        @Nullable String structure,
        @Nullable String departement) {}
