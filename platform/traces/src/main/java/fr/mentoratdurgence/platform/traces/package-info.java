/** Traces of what follows from a request, over all that it goes through; nothing of it exists where nobody asks for it. */
@NullMarked
package fr.mentoratdurgence.platform.traces;

import org.jspecify.annotations.NullMarked;
