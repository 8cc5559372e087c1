/** The history, fact by fact, for analysts: both clocks, filters, nothing of a person. */
@NullMarked
package fr.mentoratdurgence.reporting.explorer;

import org.jspecify.annotations.NullMarked;
