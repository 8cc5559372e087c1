/**
 * A worry about a young person's safety (FR: « Quelque chose m'inquiète ») from the first word to its closure. A case of
 * its own, beside pairs: a doubt ends no pair, a protection does. What was typed is sealed here and stands in no event;
 * only the référent concerned and the coordinators of the territory read it, and each reading is noted.
 */
@NullMarked
package fr.mentoratdurgence.followup.safeguarding;

import org.jspecify.annotations.NullMarked;
