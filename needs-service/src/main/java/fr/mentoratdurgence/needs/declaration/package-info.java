/**
 * The ways in for a need: the public form, the API and the CSV import. All three say the same things in the same words.
 */
@NullMarked
package fr.mentoratdurgence.needs.declaration;

import org.jspecify.annotations.NullMarked;
