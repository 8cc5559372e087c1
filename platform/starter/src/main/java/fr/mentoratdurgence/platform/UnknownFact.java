package fr.mentoratdurgence.platform;

/**
 * A fact of a type that this version does not know, as a newer version beside it records or tells them: nobody may go on
 * as if it were not there. It waits for an instance that knows it.
 */
public final class UnknownFact extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;

    /** Of this type, for example {@code needs.NeedPaused}. */
    public UnknownFact(String type) {
        super("this version does not know " + type, null, false, false);
        this.type = type;
    }

    /** The name under which it is stored, or travels. */
    public String type() {
        return type;
    }
}
