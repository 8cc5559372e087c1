/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup;

import org.jspecify.annotations.NullMarked;
