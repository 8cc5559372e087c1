package fr.mentoratdurgence.platform.messaging;

/** A record that nobody of the operation has told, as far as its signature says. It has no effect, and nobody waits for it. */
public final class Forged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Forged(String why) {
        super("FORGED: " + why, null, false, false);
    }
}
