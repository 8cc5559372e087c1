package fr.mentoratdurgence.reporting.ledger;

/** What is known of each need; its places stand in {@link Lines} and {@link Seats}. */
public final class Needs extends LedgerAccounts {
    private final Ints describedBy = new Ints();
    private final Ints assignedBy = new Ints();
    private final Ints withdrawnBy = new Ints();
    private final Ints qualifiedBy = new Ints();

    public final Ints departement = new Ints();
    public final Ints academie = new Ints();
    public final Ints audience = new Ints();

    /** Row in {@link Structures}. */
    public final Ints structure = new Ints();

    /** Number of the référent who has the need. */
    public final Ints referent = new Ints();

    /** Days since 1970; a need that was never declared or qualified has none. */
    public final Ints declaredOn = new Ints();

    public final Ints qualifiedOn = new Ints();

    /** Record times, seconds ({@link Moments}). */
    public final Ints declaredAt = new Ints();

    public final Ints assignedAt = new Ints();
    public final Ints qualifiedAt = new Ints();
    public final Ints withdrawnAt = new Ints();

    /** Calls to the structure, and the days of the first one and of the first that reached somebody. */
    public final Ints calls = new Ints();

    public final Ints calledOn = new Ints();
    public final Ints reachedOn = new Ints();

    /** Code; a need that was not withdrawn has none. */
    public final Ints withdrawnFor = new Ints();

    void declared(int row, Entry e, int day, int structureRow) {
        declaredOn.setEarliest(row, day);
        declaredAt.setEarliest(row, e.recordedSecond());
        describe(row, e, structureRow);
    }

    void qualified(int row, Entry e, int day, int structureRow) {
        if (Ints.isLater(qualifiedBy, row, e.sequence())) {
            qualifiedOn.set(row, day);
            qualifiedAt.set(row, e.recordedSecond());
        }
        describe(row, e, structureRow);
    }

    void notQualified(int row, Entry e) {
        if (Ints.isLater(qualifiedBy, row, e.sequence())) {
            qualifiedOn.set(row, Ints.NONE);
            qualifiedAt.set(row, Ints.NONE);
        }
    }

    private void describe(int row, Entry e, int structureRow) {
        if (Ints.isLater(describedBy, row, e.sequence())) {
            departement.set(row, e.number(Field.DEPARTEMENT));
            academie.set(row, e.number(Field.ACADEMIE));
            audience.set(row, e.number(Field.PRIORITY_AUDIENCE));
            structure.set(row, structureRow);
        }
    }

    void assigned(int row, Entry e, int referentNumber) {
        assignedAt.setEarliest(row, e.recordedSecond());
        if (Ints.isLater(assignedBy, row, e.sequence())) {
            referent.set(row, referentNumber);
        }
    }

    /** Counts the calls as they stand, each a row: its need, its day and whether it reached somebody. */
    void count(Sessions told) {
        calls.clear();
        calledOn.clear();
        reachedOn.clear();
        for (int call = 0; call < told.size(); call++) {
            int row = told.pair.get(call);
            int day = told.day.get(call);
            calls.add(row, 1);
            calledOn.setEarliest(row, day);
            if (told.code.get(call) == 1) {
                reachedOn.setEarliest(row, day);
            }
        }
    }

    void notWithdrawn(int row, Entry e) {
        if (Ints.isLater(withdrawnBy, row, e.sequence())) {
            withdrawnFor.set(row, Ints.NONE);
            withdrawnAt.set(row, Ints.NONE);
        }
    }

    void withdrawn(int row, Entry e) {
        if (Ints.isLater(withdrawnBy, row, e.sequence())) {
            withdrawnFor.set(row, e.number(Field.REASON));
            withdrawnAt.set(row, e.recordedSecond());
        }
    }

    int[] join(Needs other, int[] structures, int[] referents) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            if (Ints.isLater(describedBy, row, other.describedBy.get(from))) {
                departement.copyRow(row, other.departement, from);
                academie.copyRow(row, other.academie, from);
                audience.copyRow(row, other.audience, from);
                structure.set(row, mapped(structures, other.structure.get(from)));
            }
            if (Ints.isLater(assignedBy, row, other.assignedBy.get(from))) {
                referent.set(row, mapped(referents, other.referent.get(from)));
            }
            if (Ints.isLater(withdrawnBy, row, other.withdrawnBy.get(from))) {
                withdrawnFor.copyRow(row, other.withdrawnFor, from);
                withdrawnAt.copyRow(row, other.withdrawnAt, from);
            }
            declaredOn.setEarliest(row, other.declaredOn.get(from));
            declaredAt.setEarliest(row, other.declaredAt.get(from));
            assignedAt.setEarliest(row, other.assignedAt.get(from));
            if (Ints.isLater(qualifiedBy, row, other.qualifiedBy.get(from))) {
                qualifiedOn.copyRow(row, other.qualifiedOn, from);
                qualifiedAt.copyRow(row, other.qualifiedAt, from);
            }
        }
        return rows;
    }
}
