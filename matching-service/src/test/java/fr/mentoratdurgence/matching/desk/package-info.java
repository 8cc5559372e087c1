/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching.desk;

import org.jspecify.annotations.NullMarked;
