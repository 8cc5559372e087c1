/**
 * Display names of the operation's staff, the only personal data that this service owns: sealed and erasable.
 */
@NullMarked
package fr.mentoratdurgence.followup.staff;

import org.jspecify.annotations.NullMarked;
