/**
 * Reporting: hears every public fact of the operation, keeps it for ever and answers for any past instant. It decides
 * nothing of the operation.
 */
@NullMarked
package fr.mentoratdurgence.reporting;

import org.jspecify.annotations.NullMarked;
