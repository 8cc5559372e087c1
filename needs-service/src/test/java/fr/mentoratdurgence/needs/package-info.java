/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs;

import org.jspecify.annotations.NullMarked;
