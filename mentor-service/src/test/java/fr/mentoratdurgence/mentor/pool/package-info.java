/** Tests. */
@NullMarked
package fr.mentoratdurgence.mentor.pool;

import org.jspecify.annotations.NullMarked;
