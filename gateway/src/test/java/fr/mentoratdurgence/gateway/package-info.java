/** Tests of the door as a visitor meets it, and of its parts. */
@NullMarked
package fr.mentoratdurgence.gateway;

import org.jspecify.annotations.NullMarked;
