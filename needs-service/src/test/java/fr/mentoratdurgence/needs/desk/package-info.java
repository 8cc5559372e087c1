/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.desk;

import org.jspecify.annotations.NullMarked;
