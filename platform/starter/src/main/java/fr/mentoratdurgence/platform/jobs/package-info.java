/** Work that takes longer than anybody waits for: asked for once, done once, watched, cancelled, its answer kept for a time. */
@NullMarked
package fr.mentoratdurgence.platform.jobs;

import org.jspecify.annotations.NullMarked;
