package fr.mentoratdurgence.reporting.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was told of pairs beside their sessions, one row each, in no order that means anything. */
public final class FollowUp {
    private final List<Kind> kinds = new ArrayList<>();
    private final Numbering shares = new Numbering();

    /** Row in {@link Pairs}; what was shared for all of a line has none. */
    public final Ints pair = new Ints();

    /** Row in {@link Lines}, of what was shared. */
    public final Ints line = new Ints();

    /** Day since 1970. */
    public final Ints day = new Ints();

    /** Code of the side that was asked, that says so, or for which it is. */
    public final Ints side = new Ints();

    /**
     * Code of what it is: kind of an alert, reason of a pause, step, what came of an interview, kind of support, what becomes
     * of a place.
     */
    public final Ints code = new Ints();

    /**
     * Code of what was done about an alert, level band of what was shared or used, themes of a check-in; number of who gave
     * a pair away.
     */
    public final Ints other = new Ints();

    /**
     * Which check-in it is, whether a side would do it again (1 or 0), which act of sharing; number of who was given a pair.
     */
    public final Ints number = new Ints();

    /** Health of a pair, from 1 to 5, as a check-in says. */
    public final Ints health = new Ints();

    /** Last day of what is for a time. */
    public final Ints until = new Ints();

    /** Number of the fact in its stream: what takes back or answers stands behind what it takes back or answers. */
    public final Ints sequence = new Ints();

    /** What answers each other: the check-ins of a side with one number, the alerts of a kind, the hand-overs, of one pair. */
    private record Story(Kind about, int pair, int what, int number) {}

    /** How many facts there are. */
    public int size() {
        return kinds.size();
    }

    /** What fact a row is. */
    public Kind kind(int row) {
        return kinds.get(row);
    }

    private void add(Kind kind, int pairRow, int on, Entry e, Field what, Field besides, Field which) {
        int row = kinds.size();
        kinds.add(kind);
        pair.set(row, pairRow);
        line.set(row, Ints.NONE);
        day.set(row, on);
        sequence.set(row, e.sequence());
        side.set(row, e.number(Field.SIDE));
        code.set(row, e.number(what));
        other.set(row, e.number(besides));
        number.set(row, e.number(which));
        health.set(row, e.number(Field.HEALTH));
        until.set(row, e.number(Field.UNTIL));
    }

    void told(Kind kind, int pairRow, Entry e, int on) {
        Field what = switch (kind) {
            case ALERT_RAISED, ALERT_RESOLVED, ALERT_REOPENED -> Field.KIND;
            case STEP_TAKEN, FIRST_CONTACT_CHASED -> Field.STEP;
            case SEAT_DECIDED -> Field.AFTERWARDS;
            case PAIR_PAUSED -> Field.REASON;
            case EXIT_INTERVIEW_RECORDED -> Field.OUTCOME;
            case RESOURCE_SHARED, RESOURCE_USED -> Field.SUPPORT;
            default -> Field.SIDE;
        };
        Field besides = switch (kind) {
            case ALERT_RESOLVED -> Field.OUTCOME;
            case CHECK_IN_COMPLETED -> Field.THEMES;
            default -> Field.LEVEL_BAND;
        };
        add(kind, pairRow, on, e, what, besides, kind == Kind.EXIT_INTERVIEW_RECORDED ? Field.AGAIN : Field.NUMBER);
    }

    void handedOver(Kind kind, int pairRow, Entry e, int on, int from, int to) {
        int row = kinds.size();
        told(kind, pairRow, e, on);
        other.set(row, from);
        number.set(row, to);
    }

    void shared(int pairRow, int lineRow, Entry e, int on) {
        int row = kinds.size();
        told(Kind.RESOURCE_SHARED, pairRow, e, on);
        line.set(row, lineRow);
        number.set(row, shares.of(e.high(Field.SHARE), e.low(Field.SHARE)));
    }

    /** Removes what was taken back, with what took it back; what is not heard yet is struck later. */
    void strike() {
        if (kinds.stream().noneMatch(FollowUp::takesBack)) {
            return;
        }
        Map<Story, List<Integer>> stories = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            Story story = storyOf(row);
            if (story != null) {
                stories.computeIfAbsent(story, _ -> new ArrayList<>()).add(row);
            }
        }
        BitSet struck = new BitSet();
        for (List<Integer> rows : stories.values()) {
            rows.sort(Comparator.comparingInt(sequence::get));
            Deque<Integer> standing = new ArrayDeque<>();
            for (int row : rows) {
                if (!takesBack(kind(row))) {
                    standing.push(row);
                } else if (!standing.isEmpty() && kind(standing.peek()) != Kind.ALERT_RAISED) {
                    struck.set(standing.pop());
                    struck.set(row);
                }
            }
        }
        int kept = struck.nextSetBit(0) < 0 ? size() : 0;
        for (int row = 0; kept < size() && row < size(); row++) {
            if (!struck.get(row)) {
                move(row, kept++);
            }
        }
        kinds.subList(kept, kinds.size()).clear();
    }

    private static boolean takesBack(Kind kind) {
        return kind == Kind.CHECK_IN_UNDONE || kind == Kind.ALERT_REOPENED || kind == Kind.PAIR_HAND_OVER_UNDONE;
    }

    private @Nullable Story storyOf(int row) {
        return switch (kind(row)) {
            case CHECK_IN_COMPLETED, CHECK_IN_UNDONE ->
                new Story(Kind.CHECK_IN_COMPLETED, pair.get(row), side.get(row), number.get(row));
            case ALERT_RAISED, ALERT_RESOLVED, ALERT_REOPENED ->
                new Story(Kind.ALERT_RAISED, pair.get(row), code.get(row), 0);
            case PAIR_HANDED_OVER, PAIR_HAND_OVER_UNDONE -> new Story(Kind.PAIR_HANDED_OVER, pair.get(row), 0, 0);
            default -> null;
        };
    }

    private void move(int from, int to) {
        if (from != to) {
            kinds.set(to, kinds.get(from));
            for (Ints column : List.of(pair, line, day, side, code, other, number, health, until, sequence)) {
                column.set(to, column.get(from));
            }
        }
    }

    void join(FollowUp more, int[] pairs, int[] lines, int[] referents) {
        int[] acts = new int[more.shares.size()];
        for (int i = 0; i < acts.length; i++) {
            acts[i] = shares.of(more.shares.high(i), more.shares.low(i));
        }
        for (int from = 0; from < more.size(); from++) {
            int row = kinds.size();
            kinds.add(more.kind(from));
            pair.set(row, LedgerAccounts.mapped(pairs, more.pair.get(from)));
            line.set(row, LedgerAccounts.mapped(lines, more.line.get(from)));
            day.copyRow(row, more.day, from);
            side.copyRow(row, more.side, from);
            code.copyRow(row, more.code, from);
            until.copyRow(row, more.until, from);
            health.copyRow(row, more.health, from);
            sequence.copyRow(row, more.sequence, from);
            int told = more.number.get(from);
            int besides = more.other.get(from);
            boolean handedOver =
                    more.kind(from) == Kind.PAIR_HANDED_OVER || more.kind(from) == Kind.PAIR_HAND_OVER_UNDONE;
            other.set(row, handedOver ? referents[besides] : besides);
            number.set(row, handedOver ? referents[told] : more.kind(from) == Kind.RESOURCE_SHARED ? acts[told] : told);
        }
    }
}
