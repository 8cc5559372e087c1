package fr.mentoratdurgence.reporting.ledger;

/** What is known of each relay structure. */
public final class Structures extends LedgerAccounts {
    private final Ints registeredAt = new Ints();
    private final Ints statedAt = new Ints();

    /** Code of the kind: school, association, … */
    public final Ints kind = new Ints();

    public final Ints departement = new Ints();
    public final Ints academie = new Ints();

    /** Code of its last priority status. */
    public final Ints priorityStatus = new Ints();

    /** Record time of the verification, seconds. */
    public final Ints verifiedAt = new Ints();

    void registered(int row, Entry e) {
        if (Ints.isLater(registeredAt, row, e.sequence())) {
            kind.set(row, e.number(Field.KIND));
            departement.set(row, e.number(Field.DEPARTEMENT));
            academie.set(row, e.number(Field.ACADEMIE));
        }
    }

    void stated(int row, Entry e) {
        if (Ints.isLater(statedAt, row, e.sequence())) {
            priorityStatus.set(row, e.number(Field.PRIORITY_STATUS));
        }
    }

    void verified(int row, Entry e) {
        verifiedAt.setEarliest(row, e.recordedSecond());
    }

    int[] join(Structures other) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            if (Ints.isLater(registeredAt, row, other.registeredAt.get(from))) {
                kind.copyRow(row, other.kind, from);
                departement.copyRow(row, other.departement, from);
                academie.copyRow(row, other.academie, from);
            }
            if (Ints.isLater(statedAt, row, other.statedAt.get(from))) {
                priorityStatus.copyRow(row, other.priorityStatus, from);
            }
            verifiedAt.setEarliest(row, other.verifiedAt.get(from));
        }
        return rows;
    }
}
