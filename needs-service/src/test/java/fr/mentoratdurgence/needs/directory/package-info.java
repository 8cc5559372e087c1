/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.directory;

import org.jspecify.annotations.NullMarked;
