/** Tests of going on in person. */
@NullMarked
package fr.mentoratdurgence.followup.wishes;

import org.jspecify.annotations.NullMarked;
