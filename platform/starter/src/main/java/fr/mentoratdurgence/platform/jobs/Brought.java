package fr.mentoratdurgence.platform.jobs;

/** A file that somebody brought with a job. It is in no log: the text of this does not show it. */
final class Brought {
    /** Nothing was brought. */
    static final Brought NOTHING = new Brought(new byte[0]);

    private final byte[] bytes;

    Brought(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
