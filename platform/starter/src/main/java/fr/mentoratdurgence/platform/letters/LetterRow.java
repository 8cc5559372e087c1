package fr.mentoratdurgence.platform.letters;

import java.util.Map;

/**
 * A letter that was claimed, or claims its place in a list.
 *
 * @param closed why no letter goes to this person's address; empty where nothing is known against it
 */
record LetterRow(
        long position,
        String id,
        String kind,
        String person,
        Map<String, String> parameters,
        boolean digest,
        int attempts,
        String closed) {}
