/**
 * What the other services hear of mentors.
 */
@NullMarked
package fr.mentoratdurgence.mentor.publishing;

import org.jspecify.annotations.NullMarked;
