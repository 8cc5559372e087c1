/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching.engine;

import org.jspecify.annotations.NullMarked;
