/**
 * Recognises data about a person in short French texts, so that they can be refused before they are stored, and looked
 * for where they must not stand. Plain Java: services and tools use the same.
 */
@NullMarked
package fr.mentoratdurgence.personaldata;

import org.jspecify.annotations.NullMarked;
