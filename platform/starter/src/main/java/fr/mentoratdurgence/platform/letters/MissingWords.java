package fr.mentoratdurgence.platform.letters;

import java.io.Serial;

/** A text of a letter, or a word in it, is missing: a mistake of ours. The message names the key, never what a word said. */
class MissingWords extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    MissingWords(String key) {
        super("missing: " + key);
    }
}
