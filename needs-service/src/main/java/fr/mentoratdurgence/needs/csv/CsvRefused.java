package fr.mentoratdurgence.needs.csv;

import java.util.List;

/** The whole file cannot be read: it is empty, or required columns are missing. */
public final class CsvRefused extends Exception {
    private final transient String key;
    private final transient List<Object> args;

    CsvRefused(String key, Object... args) {
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
