/**
 * What waits for a référent: needs to call back, proposals to validate, alerts, pairs; fed by what other services tell.
 */
@NullMarked
package fr.mentoratdurgence.followup.workbench;

import org.jspecify.annotations.NullMarked;
