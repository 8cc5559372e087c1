package fr.mentoratdurgence.reporting.ledger;

/** What is known of each worry about a young person: that it was raised, taken and settled, and nothing of whom. */
public final class Concerns extends LedgerAccounts {
    /** Second of the record; a worry whose raising was not heard has none. */
    public final Ints raisedAt = new Ints();

    /** The first time that somebody took it, in seconds. */
    public final Ints takenAt = new Ints();

    public final Ints closedOn = new Ints();
    public final Ints departement = new Ints();

    void raised(int row, Entry e) {
        raisedAt.setEarliest(row, e.recordedSecond());
        departement.set(row, e.number(Field.DEPARTEMENT));
    }

    void join(Concerns other) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            raisedAt.setEarliest(row, other.raisedAt.get(from));
            takenAt.setEarliest(row, other.takenAt.get(from));
            closedOn.setEarliest(row, other.closedOn.get(from));
            if (other.departement.has(from)) {
                departement.set(row, other.departement.get(from));
            }
        }
    }
}
