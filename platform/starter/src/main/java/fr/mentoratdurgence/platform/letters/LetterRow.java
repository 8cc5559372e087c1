package fr.mentoratdurgence.platform.letters;

import java.util.Map;

/** A letter that was claimed, or claims its place in a list. */
record LetterRow(
        long position,
        String id,
        String kind,
        String person,
        Map<String, String> parameters,
        boolean digest,
        int attempts) {}
