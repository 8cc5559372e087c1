/**
 * What a place asks for and what a mentor offers, in closed codes: the words that rules, events and pages share.
 */
@NullMarked
package fr.mentoratdurgence.matching.profile;

import org.jspecify.annotations.NullMarked;
