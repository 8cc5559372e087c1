/** What this service tells the others: topic {@code matching.v1}. */
@NullMarked
package fr.mentoratdurgence.matching.publishing;

import org.jspecify.annotations.NullMarked;
