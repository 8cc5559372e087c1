package fr.mentoratdurgence.reporting.ledger;

/** The places of which a proposal, a confirmation or a pair spoke, numbered together. */
public final class Seats {
    private final CellNumbering numbers = new CellNumbering();
    private final Longs firstRecordedAt = new Longs();
    private final Longs firstHigh = new Longs();
    private final Longs firstLow = new Longs();

    /** Matches that were confirmed on the place; more than one where mentors followed each other. */
    public final Ints confirmations = new Ints();

    /** Record time of the first confirmation, seconds. */
    public final Ints confirmedAt = new Ints();

    /** What the first confirmation said of the place: it counts while the need itself was not heard. */
    public final Ints levelBand = new Ints();

    public final Ints audience = new Ints();
    public final Ints departement = new Ints();
    public final Ints academie = new Ints();

    /** How many places there are. */
    public int size() {
        return numbers.size();
    }

    /** The line of a place. */
    public int line(int seat) {
        return numbers.first(seat);
    }

    /** Whether a mentor was found. */
    public boolean isCovered(int seat) {
        return confirmations.has(seat);
    }

    int of(int line, int number) {
        return numbers.of(line, number);
    }

    /** A confirmation that stands: when it was recorded, of which proposal, and what it said of the place. */
    record Confirmation(
            long recordedAt,
            long high,
            long low,
            int second,
            int levelBand,
            int audience,
            int departement,
            int academie) {}

    /** None is covered, until it is counted again. */
    void clear() {
        confirmations.clear();
        confirmedAt.clear();
    }

    void confirmed(int seat, Confirmation c) {
        if (isFirst(seat, c.recordedAt(), c.high(), c.low())) {
            levelBand.set(seat, c.levelBand());
            audience.set(seat, c.audience());
            departement.set(seat, c.departement());
            academie.set(seat, c.academie());
        }
        confirmations.add(seat, 1);
        confirmedAt.setEarliest(seat, c.second());
    }

    /** Whether the first confirmation of a place comes before that of another, in an order that all replays share. */
    public boolean isEarlier(int seat, int other) {
        return order(firstRecordedAt.get(seat), firstHigh.get(seat), firstLow.get(seat), other) < 0;
    }

    private int order(long recordedAt, long high, long low, int other) {
        int order = Long.compare(recordedAt, firstRecordedAt.get(other));
        if (order == 0) {
            order = Long.compareUnsigned(high, firstHigh.get(other));
        }
        return order == 0 ? Long.compareUnsigned(low, firstLow.get(other)) : order;
    }

    private boolean isFirst(int seat, long recordedAt, long high, long low) {
        if (isCovered(seat) && order(recordedAt, high, low, seat) >= 0) {
            return false;
        }
        firstRecordedAt.set(seat, recordedAt);
        firstHigh.set(seat, high);
        firstLow.set(seat, low);
        return true;
    }

    int[] join(Seats other, int[] lines) {
        int[] rows = new int[other.size()];
        for (int from = 0; from < rows.length; from++) {
            rows[from] = of(lines[other.numbers.first(from)], other.numbers.second(from));
        }
        return rows;
    }
}
