/**
 * The one hash, the one keyed mark, the one seal and the one way to write keys down. Plain Java; nothing else in this
 * project asks the JDK for a digest, a MAC or a cipher.
 */
@NullMarked
package fr.mentoratdurgence.sealing;

import org.jspecify.annotations.NullMarked;
