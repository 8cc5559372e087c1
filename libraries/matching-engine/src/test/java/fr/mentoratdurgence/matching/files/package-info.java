/** Tests. */
@NullMarked
package fr.mentoratdurgence.matching.files;

import org.jspecify.annotations.NullMarked;
