/** Tests of traces, over HTTP, a store and a topic. */
@NullMarked
package fr.mentoratdurgence.platform.traces;

import org.jspecify.annotations.NullMarked;
