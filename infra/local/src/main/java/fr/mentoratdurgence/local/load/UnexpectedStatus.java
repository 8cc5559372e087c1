package fr.mentoratdurgence.local.load;

/** An answer that is none: another status than the one that was to come. */
public final class UnexpectedStatus extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    UnexpectedStatus(int status, String about) {
        super(status + " " + about, null, false, false);
        this.status = status;
    }

    /** The status that came. */
    public int status() {
        return status;
    }
}
