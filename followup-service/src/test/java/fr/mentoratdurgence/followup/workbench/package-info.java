/**
 * Tests.
 */
@NullMarked
package fr.mentoratdurgence.followup.workbench;

import org.jspecify.annotations.NullMarked;
