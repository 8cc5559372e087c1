/**
 * How a pair is accompanied (FR: accompagnement): it is asked how things go, silence and no-shows are noticed, alerts are
 * raised, put off and settled with what was done.
 */
@NullMarked
package fr.mentoratdurgence.followup.care;

import org.jspecify.annotations.NullMarked;
