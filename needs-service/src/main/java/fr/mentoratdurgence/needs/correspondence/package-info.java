/**
 * How letters reach the contact of a need, and what becomes of the address: found for the moment of sending, corrected,
 * erased; and the link by which who has no account follows the need.
 */
@NullMarked
package fr.mentoratdurgence.needs.correspondence;

import org.jspecify.annotations.NullMarked;
