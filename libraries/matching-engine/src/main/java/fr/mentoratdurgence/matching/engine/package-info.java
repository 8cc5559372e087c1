/**
 * Finds mentors for places: exact, deterministic, explained. Plain Java: no Spring, no Axon, no clock, no database, so
 * that the same code serves live runs, tests and replays with another policy.
 */
@NullMarked
package fr.mentoratdurgence.matching.engine;

import org.jspecify.annotations.NullMarked;
