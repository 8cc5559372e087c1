/** Every public fact, kept once and for ever as it was received, and read again in canonical order. */
@NullMarked
package fr.mentoratdurgence.reporting.history;

import org.jspecify.annotations.NullMarked;
