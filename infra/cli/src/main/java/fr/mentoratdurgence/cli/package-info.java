/**
 * The command line on a system that runs, and on what it left: no broker, no database and no login server is on its
 * class path. The launcher adds the commands that start and stop.
 */
@NullMarked
package fr.mentoratdurgence.cli;

import org.jspecify.annotations.NullMarked;
