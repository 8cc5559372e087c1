/** Tests of the care for pairs. */
@NullMarked
package fr.mentoratdurgence.followup.care;

import org.jspecify.annotations.NullMarked;
