/**
 * Lists that people work off: what they show and in which columns, the views that somebody keeps, the file of what is
 * shown, and acts on many rows at once with a look before.
 */
@NullMarked
package fr.mentoratdurgence.platform.lists;

import org.jspecify.annotations.NullMarked;
