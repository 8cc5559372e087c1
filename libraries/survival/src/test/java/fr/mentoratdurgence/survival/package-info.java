/** Tests. */
@NullMarked
package fr.mentoratdurgence.survival;

import org.jspecify.annotations.NullMarked;
