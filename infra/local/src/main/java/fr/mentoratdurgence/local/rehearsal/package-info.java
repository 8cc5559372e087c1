/** The season of a country, played against a system that runs. */
@NullMarked
package fr.mentoratdurgence.local.rehearsal;

import org.jspecify.annotations.NullMarked;
