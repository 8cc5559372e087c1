/** Renders every fragment of the kit, as a page of a service would. */
@NullMarked
package fr.mentoratdurgence.platform.ui;

import org.jspecify.annotations.NullMarked;
