/**
 * The relay structures that the operation knows, from the education ministry's directory or from a form.
 */
@NullMarked
package fr.mentoratdurgence.needs.directory;

import org.jspecify.annotations.NullMarked;
