package fr.mentoratdurgence.reporting.ledger;

/** What is known of each mentor. Days since 1970. */
public final class Mentors extends LedgerAccounts {
    private final Ints appliedBy = new Ints();
    private final Ints activatedBy = new Ints();
    private final Ints withdrewBy = new Ints();

    /** Where he or she applied; a mentor whose application was not heard has none. */
    public final Ints appliedIn = new Ints();

    public final Ints origin = new Ints();

    /** Code of the member association through which he or she comes; none for a mentor who comes alone. */
    public final Ints association = new Ints();

    /** 1 for an adult, 0 for a minor. */
    public final Ints adult = new Ints();

    public final Ints appliedOn = new Ints();
    public final Ints screenedOn = new Ints();
    public final Ints refusedOn = new Ints();
    public final Ints charterOn = new Ints();
    public final Ints trainedOn = new Ints();

    /** First activation. */
    public final Ints activatedOn = new Ints();

    /** Département and capacity of the last activation. */
    public final Ints activatedIn = new Ints();

    public final Ints capacity = new Ints();
    public final Ints withdrewOn = new Ints();

    /** Code of the reason of the last withdrawal. */
    public final Ints withdrewFor = new Ints();

    /** Whether the last that was told is that the mentor left. */
    public boolean isWithdrawn(int row) {
        return withdrewBy.has(row) && withdrewBy.get(row) > activatedBy.get(row);
    }

    /** Whether the mentor was activated and did not leave since. */
    public boolean isActive(int row) {
        return activatedBy.has(row) && !isWithdrawn(row);
    }

    void applied(int row, Entry e, int day) {
        if (Ints.isLater(appliedBy, row, e.sequence())) {
            appliedIn.set(row, e.number(Field.DEPARTEMENT));
            origin.set(row, e.number(Field.ORIGIN));
            association.set(row, e.number(Field.ASSOCIATION));
            adult.set(row, e.number(Field.ADULT));
        }
        appliedOn.setEarliest(row, day);
    }

    void activated(int row, Entry e, int day) {
        if (Ints.isLater(activatedBy, row, e.sequence())) {
            activatedIn.set(row, e.number(Field.DEPARTEMENT));
            capacity.set(row, e.number(Field.CAPACITY));
        }
        activatedOn.setEarliest(row, day);
    }

    void withdrew(int row, Entry e, int day) {
        if (Ints.isLater(withdrewBy, row, e.sequence())) {
            withdrewFor.set(row, e.number(Field.REASON));
            withdrewOn.set(row, day);
        }
    }

    int[] join(Mentors other) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            if (Ints.isLater(appliedBy, row, other.appliedBy.get(from))) {
                appliedIn.copyRow(row, other.appliedIn, from);
                origin.copyRow(row, other.origin, from);
                association.copyRow(row, other.association, from);
                adult.copyRow(row, other.adult, from);
            }
            if (Ints.isLater(activatedBy, row, other.activatedBy.get(from))) {
                activatedIn.copyRow(row, other.activatedIn, from);
                capacity.copyRow(row, other.capacity, from);
            }
            if (Ints.isLater(withdrewBy, row, other.withdrewBy.get(from))) {
                withdrewFor.copyRow(row, other.withdrewFor, from);
                withdrewOn.copyRow(row, other.withdrewOn, from);
            }
            appliedOn.setEarliest(row, other.appliedOn.get(from));
            screenedOn.setEarliest(row, other.screenedOn.get(from));
            refusedOn.setEarliest(row, other.refusedOn.get(from));
            charterOn.setEarliest(row, other.charterOn.get(from));
            trainedOn.setEarliest(row, other.trainedOn.get(from));
            activatedOn.setEarliest(row, other.activatedOn.get(from));
        }
        return rows;
    }
}
