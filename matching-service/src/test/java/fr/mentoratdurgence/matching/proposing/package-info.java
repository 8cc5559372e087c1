/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching.proposing;

import org.jspecify.annotations.NullMarked;
