package fr.mentoratdurgence.reporting.ledger;

/**
 * The fold: facts go in one by one, accounts stand at the end. Facts may come in any order, late or more than once:
 * the accounts are the same. Within a stream the sequence decides, not the clock; services have clocks of their own,
 * so a pair may be heard before its need.
 *
 * <p>Parts of the history that share no fact may be folded side by side, each into a ledger of its own with the same
 * vocabularies, and joined then.
 */
public final class Ledger implements Entries {
    /** Longest lateness that is told apart, in days. */
    public static final int LATEST = 400;

    private final long recordedUntil;
    private final int happenedUntil;
    private final ParisDays paris = new ParisDays();
    private final Numbering uncountedEvents = new Numbering();
    private final Numbering referents = new Numbering();

    /** Numbers of the codes. */
    public final WordNumbers codes;

    /** Numbers of services and types. */
    public final WordNumbers names;

    public final Structures structures = new Structures();
    public final Needs needs = new Needs();
    public final Lines lines = new Lines();
    public final Seats seats = new Seats();
    public final Mentors mentors = new Mentors();
    public final Proposals proposals = new Proposals();
    public final Policies policies = new Policies();
    public final Concerns concerns = new Concerns();
    public final Pairs pairs = new Pairs();
    private final PairCare care = new PairCare();
    public final SharedPacks packs = new SharedPacks();
    public final FollowUp followUp = new FollowUp();
    private final Sessions calls = new Sessions();
    public final Sessions held = new Sessions();
    public final Sessions missed = new Sessions();

    /** Facts by service and by type (numbers of {@link #names}). */
    public final Counts bySource = new Counts();

    public final Counts byType = new Counts();
    public final Counts unknownByType = new Counts();
    public final Counts unreadableByType = new Counts();

    /** Facts that tell their day, by days between that day and the day of the record. */
    public final Counts byDaysLate = new Counts();

    private long toldAhead;

    /** An empty ledger for the facts of a cut. */
    public Ledger(Cut cut, WordNumbers codes, WordNumbers names) {
        this.recordedUntil = cut.micros();
        this.happenedUntil = cut.day();
        this.codes = codes;
        this.names = names;
    }

    /** How many facts it took. */
    public long events() {
        return bySource.total();
    }

    /** How many référents were named. */
    public int referents() {
        return referents.size();
    }

    /** Facts whose day lies after the day of their record. */
    public long toldAhead() {
        return toldAhead;
    }

    @Override
    public boolean reaches(long recordedAt) {
        return recordedAt <= recordedUntil;
    }

    @Override
    public void enterUncounted(Uncounted why, int source, int type, long recordedAt, Id event) {
        if (!reaches(recordedAt) || paris.of(recordedAt) > happenedUntil) {
            return;
        }
        int before = uncountedEvents.size();
        if (uncountedEvents.of(event.high(), event.low()) != before) {
            return;
        }
        heard(source, type);
        switch (why) {
            case UNREAD -> {}
            case UNKNOWN -> unknownByType.add(type, 1);
            case UNREADABLE -> unreadableByType.add(type, 1);
        }
    }

    @Override
    public void enter(Entry e) {
        if (!reaches(e.recordedAt())) {
            return;
        }
        Kind kind = e.kind();
        int recordedOn = paris.of(e.recordedAt());
        Field dated = kind.day();
        int toldDay = dated == null ? Ints.NONE : e.number(dated);
        int day = toldDay == Ints.NONE ? recordedOn : toldDay;
        if (day > happenedUntil && !takesBack(e)) {
            return;
        }
        LedgerAccounts streams = kind.isBesideAPair() ? care : streams(kind.stream());
        int stream = streams.of(e.subjectHigh(), e.subjectLow());
        if (!streams.takes(stream, e.sequence())) {
            return;
        }
        heard(e.source(), e.type());
        if (toldDay != Ints.NONE) {
            lateness(recordedOn - day);
        }
        LedgerAccounts rows = streams(kind.stream());
        int row = rows == streams && sameAsSubject(e, kind.stream()) ? stream : rows.of(e, kind.stream());
        fold(kind, e, row, day);
    }

    private void fold(Kind kind, Entry e, int row, int day) {
        switch (kind) {
            case SESSION_HELD -> held.held(row, e, day);
            case SESSION_MISSED -> missed.missed(row, e, day);
            case SESSION_CORRECTED -> {
                if (takesBack(e)) {
                    held.notHeld(row, e, Field.WAS_HELD_ON, Field.WAS_MINUTES, Field.WAS_CHANNEL, Field.WAS_SUPPORT);
                }
                if (day <= happenedUntil) {
                    held.held(row, e, day);
                }
            }
            case SESSION_CANCELLED -> held.notHeld(row, e, Field.HELD_ON, Field.MINUTES, Field.CHANNEL, Field.SUPPORT);
            case ABSENCE_CANCELLED -> missed.notMissed(row, e);
            case FIRST_CONTACT_WITHDRAWN -> pairs.notContacted(row, e);
            case STRUCTURE_REGISTERED -> structures.registered(row, e);
            case PRIORITY_STATUS_RECORDED -> structures.stated(row, e);
            case STRUCTURE_VERIFIED -> structures.verified(row, e);
            case NEED_DECLARED -> {
                needs.declared(row, e, day, structures.of(e, Field.STRUCTURE));
                describe(row, e);
            }
            case NEED_REFERENT_ASSIGNED -> needs.assigned(row, e, referent(e, Field.REFERENT));
            case CONTACT_ATTEMPTED -> calls.called(row, e, day);
            case CONTACT_ATTEMPT_UNDONE -> calls.notCalled(row, e, day);
            case NEED_QUALIFICATION_UNDONE -> needs.notQualified(row, e);
            case NEED_WITHDRAWAL_UNDONE -> needs.notWithdrawn(row, e);
            case NEED_QUALIFIED -> {
                needs.qualified(row, e, day, structures.of(e, Field.STRUCTURE));
                describe(row, e);
            }
            case NEED_LINE_COUNT_REVISED ->
                lines.counted(lines.of(row, e.number(Field.LINE)), e.number(Field.TO_COUNT), e.sequence());
            case NEED_WITHDRAWN -> needs.withdrawn(row, e);
            case MENTOR_APPLIED -> mentors.applied(row, e, day);
            case SCREENING_PASSED -> mentors.screenedOn.setEarliest(row, day);
            case SCREENING_FAILED -> mentors.refusedOn.setEarliest(row, day);
            case CHARTER_ACCEPTED -> mentors.charterOn.setEarliest(row, day);
            case TRAINING_COMPLETED -> mentors.trainedOn.setEarliest(row, day);
            case MENTOR_ACTIVATED -> mentors.activated(row, e, day);
            case MENTOR_WITHDREW -> mentors.withdrew(row, e, day);
            case MATCH_PROPOSED -> proposals.proposed(row, e, seat(e), mentors.of(e, Field.MENTOR));
            case PROPOSAL_ACCEPTED_BY_MENTOR -> proposals.acceptedAt.setEarliest(row, e.recordedSecond());
            case PROPOSAL_DECLINED -> proposals.declined(row, e);
            case PROPOSAL_EXPIRED -> proposals.expiredAt.setEarliest(row, e.recordedSecond());
            case PROPOSAL_DECLINE_UNDONE -> proposals.notDeclined(row, e);
            case MATCH_CONFIRMED -> proposals.confirmed(row, e, seat(e));
            case MATCH_UNDONE -> proposals.notConfirmed(row, e);
            case PAIR_OPENING_UNDONE -> pairs.notOpened(row, e);
            case PAIR_END_CORRECTED -> pairs.endCorrected(row, e, day);
            case PAIR_END_UNDONE -> pairs.notEnded(row, e);
            case PAIR_OPENED ->
                pairs.opened(
                        row,
                        e,
                        day,
                        seat(e),
                        mentors.of(e, Field.MENTOR),
                        structures.of(e, Field.STRUCTURE),
                        referent(e, Field.REFERENT));
            case FIRST_CONTACT_CONFIRMED -> pairs.contacted(row, e, day);
            case FIRST_CONTACT_OVERDUE -> pairs.overdueAt.setEarliest(row, e.recordedSecond());
            case PAIR_INTERRUPTED -> pairs.interrupted(row, e, day);
            case PAIR_CLOSED -> pairs.closed(row, e, day);
            case CONTINUATION_PROPOSED -> pairs.continues(row, e, Pairs.PROPOSED);
            case CONTINUATION_AGREED -> pairs.continues(row, e, Pairs.AGREED);
            case CONTINUATION_DECLINED -> pairs.continues(row, e, Pairs.DECLINED);
            case CONCERN_RAISED -> concerns.raised(row, e);
            case CONCERN_ACKNOWLEDGED -> concerns.takenAt.setEarliest(row, e.recordedSecond());
            case CONCERN_CLOSED -> concerns.closedOn.setEarliest(row, day);
            case PAIR_HANDED_OVER, PAIR_HAND_OVER_UNDONE -> {
                int to = referent(e, Field.TO);
                pairs.followedBy(row, e, to);
                followUp.handedOver(kind, row, e, day, referent(e, Field.FROM), to);
            }
            case FIRST_CONTACT_CHASED,
                    SEAT_DECISION_DUE,
                    SEAT_DECIDED,
                    CHECK_IN_SCHEDULED,
                    CHECK_IN_COMPLETED,
                    CHECK_IN_OVERDUE,
                    CHECK_IN_UNDONE,
                    ALERT_RAISED,
                    ALERT_RESOLVED,
                    ALERT_REOPENED,
                    STEP_TAKEN,
                    PAIR_PAUSED,
                    PAIR_RESUMED,
                    EXIT_INTERVIEW_RECORDED -> followUp.told(kind, row, e, day);
            case RESOURCE_USED -> followUp.told(kind, pairs.of(e, Field.PAIR), e, day);
            case RESOURCE_SHARED ->
                followUp.shared(
                        pairs.of(e, Field.PAIR), lines.of(needs.of(e, Field.NEED), e.number(Field.LINE)), e, day);
            case POLICY_PUBLISHED -> policies.published(e);
            case POLICY_ACTIVATED -> policies.activated(e);
        }
    }

    /** Takes all that another ledger took. They share their vocabularies and no fact. */
    public void join(Ledger other) {
        if (codes != other.codes || names != other.names) {
            throw new IllegalArgumentException("ledgers of different vocabularies");
        }
        for (int i = 0; i < other.uncountedEvents.size(); i++) {
            int before = uncountedEvents.size();
            if (uncountedEvents.of(other.uncountedEvents.high(i), other.uncountedEvents.low(i)) != before) {
                throw new IllegalStateException("a fact stands in two parts of the history");
            }
        }
        int[] referentNumbers = new int[other.referents.size()];
        for (int i = 0; i < referentNumbers.length; i++) {
            referentNumbers[i] = referents.of(other.referents.high(i), other.referents.low(i));
        }
        int[] structureRows = structures.join(other.structures);
        int[] mentorRows = mentors.join(other.mentors);
        int[] needRows = needs.join(other.needs, structureRows, referentNumbers);
        int[] lineRows = lines.join(other.lines, needRows);
        int[] seatRows = seats.join(other.seats, lineRows);
        proposals.join(other.proposals, seatRows, mentorRows);
        policies.join(other.policies);
        concerns.join(other.concerns);
        int[] pairRows = pairs.join(other.pairs, seatRows, mentorRows, structureRows, referentNumbers);
        care.join(other.care);
        packs.join(other.packs);
        followUp.join(other.followUp, pairRows, lineRows, referentNumbers);
        calls.join(other.calls, needRows);
        held.join(other.held, pairRows);
        missed.join(other.missed, pairRows);
        bySource.join(other.bySource);
        byType.join(other.byType);
        unknownByType.join(other.unknownByType);
        unreadableByType.join(other.unreadableByType);
        byDaysLate.join(other.byDaysLate);
        toldAhead += other.toldAhead;
    }

    /** Strikes what was taken back from what is counted; before figures are made of it. */
    public synchronized void settle() {
        held.strike();
        missed.strike();
        calls.strike();
        followUp.strike();
        needs.count(calls);
        proposals.count(seats);
    }

    /** Whether it takes back what happened until then, although what it tells instead lies later. */
    private boolean takesBack(Entry e) {
        return e.has(Field.WAS_HELD_ON) && e.number(Field.WAS_HELD_ON) <= happenedUntil;
    }

    private void heard(int source, int type) {
        bySource.add(source, 1);
        byType.add(type, 1);
    }

    private void lateness(int days) {
        if (days < 0) {
            toldAhead++;
        } else {
            byDaysLate.add(Math.min(days, LATEST), 1);
        }
    }

    private void describe(int need, Entry e) {
        for (int i = 0; i < e.lines(); i++) {
            lines.described(
                    lines.of(need, e.lineNumber(i)), e.lineCode(i), e.lineCount(i), e.lineCodes(i), e.sequence());
        }
    }

    private int seat(Entry e) {
        if (!e.has(Field.NEED) || !e.has(Field.LINE) || !e.has(Field.SEAT)) {
            return Ints.NONE;
        }
        return seats.of(lines.of(needs.of(e, Field.NEED), e.number(Field.LINE)), e.number(Field.SEAT));
    }

    private int referent(Entry e, Field account) {
        return e.has(account) ? referents.of(e.high(account), e.low(account)) : Ints.NONE;
    }

    private LedgerAccounts streams(Field stream) {
        return switch (stream) {
            case PAIR -> pairs;
            case NEED -> needs;
            case MENTOR -> mentors;
            case PROPOSAL -> proposals;
            case STRUCTURE -> structures;
            case POLICY -> policies;
            case CONCERN -> concerns;
            case PACK -> packs;
            default -> throw new IllegalArgumentException("no stream: " + stream);
        };
    }

    private static boolean sameAsSubject(Entry e, Field field) {
        return e.high(field) == e.subjectHigh() && e.low(field) == e.subjectLow();
    }
}
