/**
 * What the contact of a need is told: written where it is decided or heard.
 */
@NullMarked
package fr.mentoratdurgence.needs.letters;

import org.jspecify.annotations.NullMarked;
