/**
 * A need (FR: besoin de mentorat) from its declaration to its qualification.
 */
@NullMarked
package fr.mentoratdurgence.needs.intake;

import org.jspecify.annotations.NullMarked;
