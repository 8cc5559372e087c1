/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup.pairs;

import org.jspecify.annotations.NullMarked;
