/** What the service says of itself to machines: figures on the management port, and whether the parts it lives on answer. */
@NullMarked
package fr.mentoratdurgence.platform.watch;

import org.jspecify.annotations.NullMarked;
