/**
 * The mentor's own space: what is done and what is missing, charter, training, leaving, and one's data.
 */
@NullMarked
package fr.mentoratdurgence.mentor.space;

import org.jspecify.annotations.NullMarked;
