/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.csv;

import org.jspecify.annotations.NullMarked;
