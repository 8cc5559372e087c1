/** Looks at the letters of a service from a test. */
@NullMarked
package fr.mentoratdurgence.platform.letters;

import org.jspecify.annotations.NullMarked;
