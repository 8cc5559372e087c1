/** Commands on the whole history, for a process of their own: prove it, move it, query it, measure it. */
@NullMarked
package fr.mentoratdurgence.reporting.tools;

import org.jspecify.annotations.NullMarked;
