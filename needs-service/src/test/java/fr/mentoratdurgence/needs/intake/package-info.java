/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.intake;

import org.jspecify.annotations.NullMarked;
