/**
 * Follow-up decides what happens to a pair from its opening to its end, and shows référents what waits for them. It
 * does not decide who is matched with whom.
 */
@NullMarked
package fr.mentoratdurgence.followup;

import org.jspecify.annotations.NullMarked;
