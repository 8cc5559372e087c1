package fr.mentoratdurgence.local.parts;

/** A part could not be started, reached or stopped. The message is for developers, in English. */
public final class PartFailure extends RuntimeException {
    /** A failure without another failure behind it. */
    public PartFailure(String message) {
        super(message);
    }

    /** A failure caused by another one. */
    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
