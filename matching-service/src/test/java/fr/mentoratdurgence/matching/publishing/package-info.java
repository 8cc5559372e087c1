/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching.publishing;

import org.jspecify.annotations.NullMarked;
