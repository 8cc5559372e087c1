/**
 * When a pair meets next (FR: prochaine séance): a slot of each week or one moment, said by a side, shown to both and taken
 * into the calendar that each of them has.
 */
@NullMarked
package fr.mentoratdurgence.followup.planning;

import org.jspecify.annotations.NullMarked;
