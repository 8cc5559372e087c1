/** Seasons made from a seed, and how fast they are replayed. */
@NullMarked
package fr.mentoratdurgence.reporting.bench;

import org.jspecify.annotations.NullMarked;
