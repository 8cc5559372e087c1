/** The figures of the bilan: pure folds from facts to state to values. No clock, no database, no framework. */
@NullMarked
package fr.mentoratdurgence.reporting.bilan;

import org.jspecify.annotations.NullMarked;
