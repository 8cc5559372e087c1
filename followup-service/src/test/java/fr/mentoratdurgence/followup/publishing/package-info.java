/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup.publishing;

import org.jspecify.annotations.NullMarked;
