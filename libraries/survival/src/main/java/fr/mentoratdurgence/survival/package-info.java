/** How long something lasts where some cases still go on: for the figures of a bilan and for a season played again. */
@NullMarked
package fr.mentoratdurgence.survival;

import org.jspecify.annotations.NullMarked;
