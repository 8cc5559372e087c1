/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup.safeguarding;

import org.jspecify.annotations.NullMarked;
