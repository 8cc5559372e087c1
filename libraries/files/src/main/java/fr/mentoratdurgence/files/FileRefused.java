package fr.mentoratdurgence.files;

import java.util.List;

/** The whole file cannot be read: it is empty, of another kind, too big, or required columns are missing. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient String key;
    private final transient List<Object> args;

    FileRefused(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    /** Key of the French sentence. */
    public String key() {
        return key;
    }

    /** What the sentence names. */
    public List<Object> args() {
        return args;
    }
}
