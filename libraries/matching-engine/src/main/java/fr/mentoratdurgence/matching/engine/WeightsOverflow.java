package fr.mentoratdurgence.matching.engine;

/** The points of the policy are too large for so many seats: levels could no longer be told apart. */
public final class WeightsOverflow extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long seats;

    WeightsOverflow(long seats) {
        super("weights too large for " + seats + " seats");
        this.seats = seats;
    }

    /** So many seats were to be matched. */
    public long seats() {
        return seats;
    }
}
