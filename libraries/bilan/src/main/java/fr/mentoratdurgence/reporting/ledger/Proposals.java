package fr.mentoratdurgence.reporting.ledger;

/** What is known of each proposal. Record times in seconds ({@link Moments}). */
public final class Proposals extends LedgerAccounts {
    private final Ints proposedBy = new Ints();
    private final Ints declinedBy = new Ints();
    private final Ints confirmedBy = new Ints();
    private final Longs confirmedRecordedAt = new Longs();
    private final Ints confirmedSeat = new Ints();
    private final Ints confirmedBand = new Ints();
    private final Ints confirmedAudience = new Ints();
    private final Ints confirmedDepartement = new Ints();
    private final Ints confirmedAcademie = new Ints();

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

    void notDeclined(int row, Entry e) {
        if (Ints.isLater(declinedBy, row, e.sequence())) {
            declinedBySide.set(row, Ints.NONE);
            declinedFor.set(row, Ints.NONE);
            declinedAt.set(row, Ints.NONE);
        }
    }

    void confirmed(int row, Entry e, int seatRow) {
        if (Ints.isLater(confirmedBy, row, e.sequence())) {
            confirmedAt.set(row, e.recordedSecond());
            confirmedRecordedAt.set(row, e.recordedAt());
            confirmedSeat.set(row, seatRow);
            confirmedBand.set(row, e.number(Field.LEVEL_BAND));
            confirmedAudience.set(row, e.number(Field.PRIORITY_AUDIENCE));
            confirmedDepartement.set(row, e.number(Field.DEPARTEMENT));
            confirmedAcademie.set(row, e.number(Field.ACADEMIE));
        }
    }

    void notConfirmed(int row, Entry e) {
        if (Ints.isLater(confirmedBy, row, e.sequence())) {
            confirmedAt.set(row, Ints.NONE);
        }
    }

    /** Tells the places which confirmations stand. */
    void count(Seats seats) {
        seats.clear();
        for (int row = 0; row < size(); row++) {
            if (confirmedAt.has(row)) {
                seats.confirmed(
                        confirmedSeat.get(row),
                        new Seats.Confirmation(
                                confirmedRecordedAt.get(row),
                                high(row),
                                low(row),
                                confirmedAt.get(row),
                                confirmedBand.get(row),
                                confirmedAudience.get(row),
                                confirmedDepartement.get(row),
                                confirmedAcademie.get(row)));
            }
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
            if (Ints.isLater(confirmedBy, row, other.confirmedBy.get(from))) {
                confirmedAt.copyRow(row, other.confirmedAt, from);
                confirmedRecordedAt.set(row, other.confirmedRecordedAt.get(from));
                confirmedSeat.set(row, mapped(seats, other.confirmedSeat.get(from)));
                confirmedBand.copyRow(row, other.confirmedBand, from);
                confirmedAudience.copyRow(row, other.confirmedAudience, from);
                confirmedDepartement.copyRow(row, other.confirmedDepartement, from);
                confirmedAcademie.copyRow(row, other.confirmedAcademie, from);
            }
        }
    }
}
