package fr.mentoratdurgence.cli;

import java.util.List;

/** Something the person in front of the machine must know, in French, and can act upon. */
public final class LocalFailure extends RuntimeException {
    private final String key;

    /** @param key of the sentence in the message bundle */
    public LocalFailure(String key, Object... arguments) {
        super(Texts.say(key, List.of(arguments).toArray()));
        this.key = key;
    }

    /** The key of the sentence. */
    public String key() {
        return key;
    }
}
