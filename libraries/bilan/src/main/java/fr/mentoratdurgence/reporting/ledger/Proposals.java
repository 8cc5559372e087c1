package fr.mentoratdurgence.reporting.ledger;

/** What is known of each proposal. Record times in seconds ({@link Moments}). */
public final class Proposals extends LedgerAccounts {
    private final Ints proposedBy = new Ints();
    private final Ints declinedBy = new Ints();

    /** Code of the origin; a proposal that was not heard itself has none. */
    public final Ints origin = new Ints();

    /** Row in {@link Seats}. */
    public final Ints seat = new Ints();

    /** Row in {@link Mentors}. */
    public final Ints mentor = new Ints();

    public final Ints proposedAt = new Ints();
    public final Ints acceptedAt = new Ints();
    public final Ints expiredAt = new Ints();
    public final Ints confirmedAt = new Ints();
    public final Ints declinedAt = new Ints();

    /** Codes of who declined and why; a proposal that nobody declined has none. */
    public final Ints declinedBySide = new Ints();

    public final Ints declinedFor = new Ints();

    void proposed(int row, Entry e, int seatRow, int mentorRow) {
        if (Ints.isLater(proposedBy, row, e.sequence())) {
            origin.set(row, e.number(Field.ORIGIN));
            seat.set(row, seatRow);
            mentor.set(row, mentorRow);
        }
        proposedAt.setEarliest(row, e.recordedSecond());
    }

    void declined(int row, Entry e) {
        if (Ints.isLater(declinedBy, row, e.sequence())) {
            declinedBySide.set(row, e.number(Field.SIDE));
            declinedFor.set(row, e.number(Field.REASON));
            declinedAt.set(row, e.recordedSecond());
        }
    }

    void join(Proposals other, int[] seats, int[] mentors) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            if (Ints.isLater(proposedBy, row, other.proposedBy.get(from))) {
                origin.copyRow(row, other.origin, from);
                seat.set(row, mapped(seats, other.seat.get(from)));
                mentor.set(row, mapped(mentors, other.mentor.get(from)));
            }
            if (Ints.isLater(declinedBy, row, other.declinedBy.get(from))) {
                declinedBySide.copyRow(row, other.declinedBySide, from);
                declinedFor.copyRow(row, other.declinedFor, from);
                declinedAt.copyRow(row, other.declinedAt, from);
            }
            proposedAt.setEarliest(row, other.proposedAt.get(from));
            acceptedAt.setEarliest(row, other.acceptedAt.get(from));
            expiredAt.setEarliest(row, other.expiredAt.get(from));
            confirmedAt.setEarliest(row, other.confirmedAt.get(from));
        }
    }
}
