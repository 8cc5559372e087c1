/**
 * The read side: lines that wait, mentors that are free, proposals with their explanation, runs. Can be dropped and
 * rebuilt from the events at any time.
 */
@NullMarked
package fr.mentoratdurgence.matching.board;

import org.jspecify.annotations.NullMarked;
