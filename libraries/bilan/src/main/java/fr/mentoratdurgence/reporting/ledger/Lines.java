package fr.mentoratdurgence.reporting.ledger;

/** The lines of all needs, numbered together. */
public final class Lines {
    private final CellNumbering numbers = new CellNumbering();
    private final Ints describedBy = new Ints();
    private final Ints countedBy = new Ints();

    /** Code of the level band; a line of which only the count was told has none. */
    public final Ints levelBand = new Ints();

    /** Kinds of support that are asked for, as one word; a line of which none was told has none. */
    public final Ints supports = new Ints();

    /** Places asked for, as last told. */
    public final Ints places = new Ints();

    /** How many lines there are. */
    public int size() {
        return numbers.size();
    }

    /** The need of a line. */
    public int need(int line) {
        return numbers.first(line);
    }

    int of(int need, int number) {
        return numbers.of(need, number);
    }

    void described(int line, int band, int count, int support, int sequence) {
        if (Ints.isLater(describedBy, line, sequence)) {
            levelBand.set(line, band);
            supports.set(line, support);
        }
        counted(line, count, sequence);
    }

    void counted(int line, int count, int sequence) {
        if (Ints.isLater(countedBy, line, sequence)) {
            places.set(line, count);
        }
    }

    int[] join(Lines other, int[] needs) {
        int[] rows = new int[other.size()];
        for (int from = 0; from < rows.length; from++) {
            int row = of(needs[other.numbers.first(from)], other.numbers.second(from));
            rows[from] = row;
            if (Ints.isLater(describedBy, row, other.describedBy.get(from))) {
                levelBand.copyRow(row, other.levelBand, from);
                supports.copyRow(row, other.supports, from);
            }
            if (Ints.isLater(countedBy, row, other.countedBy.get(from))) {
                places.copyRow(row, other.places, from);
            }
        }
        return rows;
    }
}
