/** The command line and what surrounds the processes. */
@NullMarked
package fr.mentoratdurgence.local;

import org.jspecify.annotations.NullMarked;
