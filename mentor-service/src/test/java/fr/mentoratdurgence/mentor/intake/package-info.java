/** Tests. */
@NullMarked
package fr.mentoratdurgence.mentor.intake;

import org.jspecify.annotations.NullMarked;
