/**
 * Read models and their rebuild: beside live traffic into a second copy, then switched in one moment.
 */
@NullMarked
package fr.mentoratdurgence.platform.readmodel;

import org.jspecify.annotations.NullMarked;
