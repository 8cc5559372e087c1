/**
 * What relay structures ask for, from the first form to a qualified need. Decides on structures and needs; does not
 * decide who becomes whose mentor.
 */
@NullMarked
package fr.mentoratdurgence.needs;

import org.jspecify.annotations.NullMarked;
