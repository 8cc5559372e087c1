/**
 * The life of a pair (FR: binôme): its rules, its deadline, its board, its API and its pages.
 */
@NullMarked
package fr.mentoratdurgence.followup.pairs;

import org.jspecify.annotations.NullMarked;
