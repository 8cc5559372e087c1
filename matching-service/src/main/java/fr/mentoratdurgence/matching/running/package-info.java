/** Matching runs: read what is free, let the engine decide, propose in batches; and the deadline of proposals. */
@NullMarked
package fr.mentoratdurgence.matching.running;

import org.jspecify.annotations.NullMarked;
