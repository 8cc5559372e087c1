/**
 * Mentors are told (FR: courriers): which letters and links there are, and what fills them. Whoever decides or hears
 * something writes the letter; the words stand in the messages.
 */
@NullMarked
package fr.mentoratdurgence.mentor.letters;

import org.jspecify.annotations.NullMarked;
