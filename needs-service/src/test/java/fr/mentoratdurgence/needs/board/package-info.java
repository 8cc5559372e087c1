/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.board;

import org.jspecify.annotations.NullMarked;
