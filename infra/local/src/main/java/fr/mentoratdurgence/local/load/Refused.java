package fr.mentoratdurgence.local.load;

/** An answer that is none: another status than the one that was to come. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String about) {
        super(status + " " + about, null, false, false);
        this.status = status;
    }

    /** The status that came. */
    public int status() {
        return status;
    }
}
