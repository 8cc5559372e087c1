/**
 * What the pages of this service share, and the public home.
 */
@NullMarked
package fr.mentoratdurgence.needs.pages;

import org.jspecify.annotations.NullMarked;
