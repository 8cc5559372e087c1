/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.declaration;

import org.jspecify.annotations.NullMarked;
