/** Bilans that are kept: requested, computed, sealed, published, and corrected by new versions. */
@NullMarked
package fr.mentoratdurgence.reporting.assessment;

import org.jspecify.annotations.NullMarked;
