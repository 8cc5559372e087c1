package fr.mentoratdurgence.reporting.ledger;

/**
 * Accounts of one kind, such as all needs: numbered from 0, one row in each column. Remembers which facts of a stream
 * it took, so that a fact that is delivered twice counts once.
 */
public abstract sealed class LedgerAccounts
        permits Structures, Needs, Mentors, Proposals, Policies, Pairs, PairCare, Concerns, SharedPacks {
    private static final int REMEMBERED_IN_BITS = Long.SIZE;

    private final Numbering ids = new Numbering();
    private final Longs taken = new Longs();
    private final CellNumbering takenBeyond = new CellNumbering();

    /** How many accounts there are, also of streams of which only others spoke. */
    public final int size() {
        return ids.size();
    }

    /** First half of the id of an account. */
    public final long high(int account) {
        return ids.high(account);
    }

    /** Second half of the id of an account. */
    public final long low(int account) {
        return ids.low(account);
    }

    final int of(long high, long low) {
        return ids.of(high, low);
    }

    /** The account that a fact names in a component; {@link Ints#NONE} where it names none. */
    final int of(Entry e, Field field) {
        return e.has(field) ? ids.of(e.high(field), e.low(field)) : Ints.NONE;
    }

    /** Whether a fact of the stream comes for the first time. */
    final boolean takes(int account, int sequence) {
        if (sequence < REMEMBERED_IN_BITS) {
            long before = taken.get(account);
            long after = before | 1L << sequence;
            taken.set(account, after);
            return after != before;
        }
        int before = takenBeyond.size();
        return takenBeyond.of(account, sequence) == before;
    }

    /** The rows here of the accounts of another ledger. */
    final int[] rowsOf(LedgerAccounts other) {
        int[] rows = new int[other.size()];
        for (int account = 0; account < rows.length; account++) {
            int row = of(other.high(account), other.low(account));
            rows[account] = row;
            long mine = taken.get(row);
            long theirs = other.taken.get(account);
            if ((mine & theirs) != 0) {
                throw new IllegalStateException("a fact stands in two parts of the history");
            }
            taken.set(row, mine | theirs);
        }
        for (int i = 0; i < other.takenBeyond.size(); i++) {
            int before = takenBeyond.size();
            if (takenBeyond.of(rows[other.takenBeyond.first(i)], other.takenBeyond.second(i)) != before) {
                throw new IllegalStateException("a fact stands in two parts of the history");
            }
        }
        return rows;
    }

    static int mapped(int[] rows, int row) {
        return row == Ints.NONE ? Ints.NONE : rows[row];
    }
}
