/** Checks of what a service says of itself to machines. */
@NullMarked
package fr.mentoratdurgence.platform.watch;

import org.jspecify.annotations.NullMarked;
