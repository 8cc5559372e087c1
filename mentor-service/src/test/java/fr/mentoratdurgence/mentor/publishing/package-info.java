/** Tests. */
@NullMarked
package fr.mentoratdurgence.mentor.publishing;

import org.jspecify.annotations.NullMarked;
