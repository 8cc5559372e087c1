/**
 * How applications come in: the public form, the public API and files of partners. Checks what was typed, says all
 * that is to be mended at once, and never tells whether an address is known.
 */
@NullMarked
package fr.mentoratdurgence.mentor.intake;

import org.jspecify.annotations.NullMarked;
