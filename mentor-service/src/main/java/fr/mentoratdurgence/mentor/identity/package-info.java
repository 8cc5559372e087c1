/**
 * Who a mentor is and how to reach them: the only place of this service that holds personal data, encrypted and
 * erasable by row.
 */
@NullMarked
package fr.mentoratdurgence.mentor.identity;

import org.jspecify.annotations.NullMarked;
