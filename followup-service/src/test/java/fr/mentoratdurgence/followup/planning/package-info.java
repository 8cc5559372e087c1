/** Tests. */
@NullMarked
package fr.mentoratdurgence.followup.planning;

import org.jspecify.annotations.NullMarked;
