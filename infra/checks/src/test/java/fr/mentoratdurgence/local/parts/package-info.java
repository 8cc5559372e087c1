/** The parts, started for real. */
@NullMarked
package fr.mentoratdurgence.local.parts;

import org.jspecify.annotations.NullMarked;
