/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.publishing;

import org.jspecify.annotations.NullMarked;
