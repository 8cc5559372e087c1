package fr.mentoratdurgence.platform.keys;

import java.util.function.LongSupplier;

/**
 * Marks whose text nobody keeps any more, so that they cannot be made anew: as long as there are some, the keys that were
 * in force stay in the list, behind the one that is.
 *
 * @param name  what they are, as answers name them
 * @param count how many there are
 */
public record LastingMarks(String name, LongSupplier count) {}
