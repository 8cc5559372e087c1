/**
 * What this service tells the others.
 */
@NullMarked
package fr.mentoratdurgence.needs.publishing;

import org.jspecify.annotations.NullMarked;
