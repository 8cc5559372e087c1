/** What all pages share and nobody's data is in: answered at the door, from memory. */
@NullMarked
package fr.mentoratdurgence.gateway.files;

import org.jspecify.annotations.NullMarked;
