/** What the team writes down for itself about a pair, a need or a mentor: sealed, with a day to think of it again, and gone after 90. */
@NullMarked
package fr.mentoratdurgence.followup.notes;

import org.jspecify.annotations.NullMarked;
