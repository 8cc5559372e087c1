/** Keys that seal personal data are exchanged while people work: what is under an older one is sealed anew. */
@NullMarked
package fr.mentoratdurgence.platform.keys;

import org.jspecify.annotations.NullMarked;
