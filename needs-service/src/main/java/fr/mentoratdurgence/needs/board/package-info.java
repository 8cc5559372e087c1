/**
 * The needs as people look at them: where each stands, and what matching-service has told about it.
 */
@NullMarked
package fr.mentoratdurgence.needs.board;

import org.jspecify.annotations.NullMarked;
