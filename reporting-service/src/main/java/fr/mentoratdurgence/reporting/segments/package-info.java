/** Days of the history that are complete, sealed as Parquet files in a chained manifest, and read again from there. */
@NullMarked
package fr.mentoratdurgence.reporting.segments;

import org.jspecify.annotations.NullMarked;
