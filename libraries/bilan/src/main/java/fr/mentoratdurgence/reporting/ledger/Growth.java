package fr.mentoratdurgence.reporting.ledger;

/** How columns grow: by half, so that the cost of copying stays linear and little room is wasted. */
final class Growth {
    private static final int FIRST = 64;

    private Growth() {}

    static int atLeast(int needed, int now) {
        return Math.max(Math.max(needed, FIRST), now + (now >> 1));
    }
}
