package fr.mentoratdurgence.reporting.ledger;

/** What is known of each pair; its sessions stand in {@link Sessions}. Days since 1970, record times in seconds ({@link Moments}). */
public final class Pairs extends LedgerAccounts {
    private final Ints openedBy = new Ints();
    private final Ints contactedBy = new Ints();
    private final Ints interruptedBy = new Ints();
    private final Ints closedBy = new Ints();
    private final Ints continuedBy = new Ints();
    private final Ints followedBy = new Ints();

    public final Ints levelBand = new Ints();
    public final Ints audience = new Ints();
    public final Ints departement = new Ints();
    public final Ints academie = new Ints();

    /** Row in {@link Seats}. */
    public final Ints seat = new Ints();

    /** Row in {@link Mentors}. */
    public final Ints mentor = new Ints();

    /** Row in {@link Structures}. */
    public final Ints structure = new Ints();

    /** Number of the référent who accompanies it now: whoever was given it last, else whoever began. */
    public final Ints referent = new Ints();

    public final Ints needDeclaredOn = new Ints();

    /** A pair whose opening was not heard has none. */
    public final Ints openedOn = new Ints();

    public final Ints openedAt = new Ints();

    /** Deadline of the first contact, seconds. */
    public final Ints contactDueAt = new Ints();

    public final Ints contactedOn = new Ints();
    public final Ints contactedAt = new Ints();
    public final Ints overdueAt = new Ints();

    /** Codes of who broke off and why. */
    public final Ints interruptedBySide = new Ints();

    public final Ints interruptedFor = new Ints();

    /** Code of what was to become of its place. */
    public final Ints seatAfterwards = new Ints();

    public final Ints interruptedOn = new Ints();
    public final Ints interruptedAt = new Ints();

    /** 1 = closed as planned, 0 = closed before. */
    public final Ints planned = new Ints();

    public final Ints closedOn = new Ints();
    public final Ints closedAt = new Ints();

    /** Whether going on in person was proposed, agreed or declined, the last that was told. */
    public final Ints continuation = new Ints();

    /** Code of the member association of that proposal. */
    public final Ints continuesWith = new Ints();

    /** What {@link #continuation} says. */
    public static final int PROPOSED = 0;

    public static final int AGREED = 1;
    public static final int DECLINED = 2;

    /** Whether it was interrupted or closed. */
    public boolean isEnded(int row) {
        return interruptedOn.has(row) || closedOn.has(row);
    }

    /** The day of its end, the first one told; {@link Ints#NONE} while it lives. */
    public int endedOn(int row) {
        int interrupted = interruptedOn.get(row);
        int closed = closedOn.get(row);
        if (interrupted == Ints.NONE || closed == Ints.NONE) {
            return Math.max(interrupted, closed);
        }
        return Math.min(interrupted, closed);
    }

    void opened(int row, Entry e, int day, int seatRow, int mentorRow, int structureRow, int referentNumber) {
        if (Ints.isLater(openedBy, row, e.sequence())) {
            levelBand.set(row, e.number(Field.LEVEL_BAND));
            audience.set(row, e.number(Field.PRIORITY_AUDIENCE));
            departement.set(row, e.number(Field.DEPARTEMENT));
            academie.set(row, e.number(Field.ACADEMIE));
            seat.set(row, seatRow);
            mentor.set(row, mentorRow);
            structure.set(row, structureRow);
            needDeclaredOn.set(row, e.number(Field.NEED_DECLARED_ON));
            openedOn.set(row, day);
            openedAt.set(row, e.recordedSecond());
            contactDueAt.set(row, e.second(Field.DUE_AT));
        }
        followedBy(row, e, referentNumber);
    }

    void followedBy(int row, Entry e, int referentNumber) {
        if (Ints.isLater(followedBy, row, e.sequence())) {
            referent.set(row, referentNumber);
        }
    }

    void notOpened(int row, Entry e) {
        if (Ints.isLater(openedBy, row, e.sequence())) {
            openedOn.set(row, Ints.NONE);
            openedAt.set(row, Ints.NONE);
            contactDueAt.set(row, Ints.NONE);
        }
    }

    void notEnded(int row, Entry e) {
        if (Ints.isLater(interruptedBy, row, e.sequence())) {
            interruptedBySide.set(row, Ints.NONE);
            interruptedFor.set(row, Ints.NONE);
            seatAfterwards.set(row, Ints.NONE);
            interruptedOn.set(row, Ints.NONE);
            interruptedAt.set(row, Ints.NONE);
        }
        if (Ints.isLater(closedBy, row, e.sequence())) {
            planned.set(row, Ints.NONE);
            closedOn.set(row, Ints.NONE);
            closedAt.set(row, Ints.NONE);
        }
    }

    /** The end stands as this says; which of the two it is, what is told of it says. */
    void endCorrected(int row, Entry e, int day) {
        if (e.has(Field.PLANNED)) {
            closed(row, e, day);
        } else {
            interrupted(row, e, day);
        }
    }

    void contacted(int row, Entry e, int day) {
        if (Ints.isLater(contactedBy, row, e.sequence())) {
            contactedOn.set(row, day);
            contactedAt.set(row, e.recordedSecond());
        }
    }

    void notContacted(int row, Entry e) {
        if (Ints.isLater(contactedBy, row, e.sequence())) {
            contactedOn.set(row, Ints.NONE);
            contactedAt.set(row, Ints.NONE);
        }
    }

    void interrupted(int row, Entry e, int day) {
        if (Ints.isLater(interruptedBy, row, e.sequence())) {
            interruptedBySide.set(row, e.number(Field.SIDE));
            interruptedFor.set(row, e.number(Field.REASON));
            seatAfterwards.set(row, e.number(Field.AFTERWARDS));
            interruptedOn.set(row, day);
            interruptedAt.set(row, e.recordedSecond());
        }
    }

    void closed(int row, Entry e, int day) {
        if (Ints.isLater(closedBy, row, e.sequence())) {
            planned.set(row, e.number(Field.PLANNED));
            closedOn.set(row, day);
            closedAt.set(row, e.recordedSecond());
        }
    }

    void continues(int row, Entry e, int told) {
        if (Ints.isLater(continuedBy, row, e.sequence())) {
            continuation.set(row, told);
            continuesWith.set(row, e.number(Field.ASSOCIATION));
        }
    }

    int[] join(Pairs other, int[] seats, int[] mentors, int[] structures, int[] referents) {
        int[] rows = rowsOf(other);
        for (int from = 0; from < rows.length; from++) {
            int row = rows[from];
            if (Ints.isLater(openedBy, row, other.openedBy.get(from))) {
                levelBand.copyRow(row, other.levelBand, from);
                audience.copyRow(row, other.audience, from);
                departement.copyRow(row, other.departement, from);
                academie.copyRow(row, other.academie, from);
                seat.set(row, mapped(seats, other.seat.get(from)));
                mentor.set(row, mapped(mentors, other.mentor.get(from)));
                structure.set(row, mapped(structures, other.structure.get(from)));
                needDeclaredOn.copyRow(row, other.needDeclaredOn, from);
                openedOn.copyRow(row, other.openedOn, from);
                openedAt.copyRow(row, other.openedAt, from);
                contactDueAt.copyRow(row, other.contactDueAt, from);
            }
            if (Ints.isLater(followedBy, row, other.followedBy.get(from))) {
                referent.set(row, mapped(referents, other.referent.get(from)));
            }
            if (Ints.isLater(contactedBy, row, other.contactedBy.get(from))) {
                contactedOn.copyRow(row, other.contactedOn, from);
                contactedAt.copyRow(row, other.contactedAt, from);
            }
            overdueAt.setEarliest(row, other.overdueAt.get(from));
            if (Ints.isLater(interruptedBy, row, other.interruptedBy.get(from))) {
                interruptedBySide.copyRow(row, other.interruptedBySide, from);
                interruptedFor.copyRow(row, other.interruptedFor, from);
                seatAfterwards.copyRow(row, other.seatAfterwards, from);
                interruptedOn.copyRow(row, other.interruptedOn, from);
                interruptedAt.copyRow(row, other.interruptedAt, from);
            }
            if (Ints.isLater(closedBy, row, other.closedBy.get(from))) {
                planned.copyRow(row, other.planned, from);
                closedOn.copyRow(row, other.closedOn, from);
                closedAt.copyRow(row, other.closedAt, from);
            }
            if (Ints.isLater(continuedBy, row, other.continuedBy.get(from))) {
                continuation.copyRow(row, other.continuation, from);
                continuesWith.copyRow(row, other.continuesWith, from);
            }
        }
        return rows;
    }
}
