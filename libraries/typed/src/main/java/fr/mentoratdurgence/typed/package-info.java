/**
 * What people type, in forms and in files, read as it was meant: blanks, apostrophes and hyphens of word processors,
 * telephones, e-mail addresses, départements, dates, hours of the week. Plain Java, no framework.
 */
@NullMarked
package fr.mentoratdurgence.typed;

import org.jspecify.annotations.NullMarked;
