/**
 * The mentors as référents see them: where each one stands, what is missing, and the acts that bring it.
 */
@NullMarked
package fr.mentoratdurgence.mentor.pool;

import org.jspecify.annotations.NullMarked;
