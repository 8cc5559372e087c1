package fr.mentoratdurgence.personaldata;

/**
 * Words that look like data about a person.
 *
 * @param start where they start in the text as it was typed
 * @param end   where they end, exclusive
 * @param words the words as they were typed
 */
public record Find(PersonalDataKind kind, int start, int end, String words) {}
