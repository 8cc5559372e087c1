/** The bilan for people and programs: page, public page, JSON, CSV and the text that is hashed. */
@NullMarked
package fr.mentoratdurgence.reporting.publication;

import org.jspecify.annotations.NullMarked;
