/** Whether the two of a pair that is over would go on in person: each side says so for itself. */
@NullMarked
package fr.mentoratdurgence.followup.wishes;

import org.jspecify.annotations.NullMarked;
