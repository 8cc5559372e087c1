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

    void confirmed(int seat, Entry e) {
        if (isFirst(seat, e.recordedAt(), e.subjectHigh(), e.subjectLow())) {
            levelBand.set(seat, e.number(Field.LEVEL_BAND));
            audience.set(seat, e.number(Field.PRIORITY_AUDIENCE));
            departement.set(seat, e.number(Field.DEPARTEMENT));
            academie.set(seat, e.number(Field.ACADEMIE));
        }
        confirmations.add(seat, 1);
        confirmedAt.setEarliest(seat, e.recordedSecond());
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
            int row = of(lines[other.numbers.first(from)], other.numbers.second(from));
            rows[from] = row;
            if (!other.isCovered(from)) {
                continue;
            }
            if (isFirst(row, other.firstRecordedAt.get(from), other.firstHigh.get(from), other.firstLow.get(from))) {
                levelBand.copyRow(row, other.levelBand, from);
                audience.copyRow(row, other.audience, from);
                departement.copyRow(row, other.departement, from);
                academie.copyRow(row, other.academie, from);
            }
            confirmations.add(row, other.confirmations.get(from));
            confirmedAt.setEarliest(row, other.confirmedAt.get(from));
        }
        return rows;
    }
}
