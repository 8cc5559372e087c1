/** Requests in numbers, and what they took: one generator for all that is measured from outside. */
@NullMarked
package fr.mentoratdurgence.local.load;

import org.jspecify.annotations.NullMarked;
