/** The data of the demonstration. */
@NullMarked
package fr.mentoratdurgence.local.journey;

import org.jspecify.annotations.NullMarked;
