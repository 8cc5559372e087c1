package fr.mentoratdurgence.gateway.errors;

/** Ends a request from deep inside a stream, where no page can be written. */
public final class Refused extends RuntimeException {
    private final Trouble trouble;

    public Refused(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
