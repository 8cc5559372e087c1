/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching;

import org.jspecify.annotations.NullMarked;
