/**
 * One real need travels through the whole system, from a school to a figure of the bilan: through the
 * gateway's public APIs, with the tokens of the people who would do each step.
 */
@NullMarked
package fr.mentoratdurgence.local.journey;

import org.jspecify.annotations.NullMarked;
