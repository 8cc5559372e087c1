/** Documents for paper and for keeping: tagged PDF from a page of our own. Plain Java, no framework. */
@NullMarked
package fr.mentoratdurgence.pdf;

import org.jspecify.annotations.NullMarked;
