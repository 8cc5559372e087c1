/**
 * The shared look of the pages. Templates, style and script are resources; the only code is what a fragment cannot do
 * by itself.
 */
@NullMarked
package fr.mentoratdurgence.platform.ui;

import org.jspecify.annotations.NullMarked;
