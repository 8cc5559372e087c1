/** What a mentor gave, on paper: hours and days, with a number by which anybody may see that it is true. */
@NullMarked
package fr.mentoratdurgence.followup.attestations;

import org.jspecify.annotations.NullMarked;
