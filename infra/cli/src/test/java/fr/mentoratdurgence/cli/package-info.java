/** The commands, and what a run leaves behind. */
@NullMarked
package fr.mentoratdurgence.cli;

import org.jspecify.annotations.NullMarked;
