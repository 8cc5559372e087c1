package fr.mentoratdurgence.matching.engine;

/** Whether searches that begin alike end far away of late: a number from 0 to 3 that each of them moves by one. */
final class Foresight {
    private static final int MOSTLY = 2;
    private static final int ALWAYS = 3;

    private int ends;

    boolean far() {
        return ends >= MOSTLY;
    }

    void learn(boolean far) {
        ends = far ? Math.min(ALWAYS, ends + 1) : Math.max(0, ends - 1);
    }
}
