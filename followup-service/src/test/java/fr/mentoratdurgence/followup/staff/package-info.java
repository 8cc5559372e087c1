/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup.staff;

import org.jspecify.annotations.NullMarked;
