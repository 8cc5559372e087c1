/**
 * What follow-up tells the other services.
 */
@NullMarked
package fr.mentoratdurgence.followup.publishing;

import org.jspecify.annotations.NullMarked;
