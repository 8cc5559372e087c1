/** Tests. */
@NullMarked
package fr.mentoratdurgence.mentor;

import org.jspecify.annotations.NullMarked;
