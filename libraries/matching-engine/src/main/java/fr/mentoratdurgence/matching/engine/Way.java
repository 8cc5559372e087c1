package fr.mentoratdurgence.matching.engine;

/** A search through the network from a condition that a change has broken, in one direction or the other. */
abstract class Way {
    final Network net;
    final LineNodes lines;
    final MentorNodes mentors;
    final ClassNodes classes;
    final Flows flows;
    final Labels labels;

    /** Whether the search is thought to end far away: then each node is looked along once, as far as it goes. */
    private boolean far;

    Way(Network net, Labels labels) {
        this.net = net;
        this.labels = labels;
        lines = net.lines;
        mentors = net.mentors;
        classes = net.classes;
        flows = net.flows;
    }

    /** How the search that begins now is thought to end. */
    final void foresee(boolean endsFar) {
        far = endsFar;
    }

    /** What the search that has ended teaches about those that begin like it. */
    final void learn(Foresight foresight) {
        foresight.learn(labels.best > labels.step);
    }

    /**
     * Whether a look from a node takes all neighbours, and not only those who are no farther than the node: where it is
     * the second, and where the search has come so far, or is thought to, that few looks will have been enough.
     *
     * @param now     how far the search is
     * @param reached how far the node is
     */
    final boolean takesAll(long now, long reached) {
        return far || now > labels.step || now > reached;
    }

    /**
     * The next of a node's edges that leads to a node nearer than any way before and no farther than {@code most}, or
     * {@code stop}.
     *
     * @param wide whether few nodes are too far, but most have been seen: then what most edges fail is asked first
     */
    static int next(
            boolean wide,
            int[] to,
            int[] worth,
            int from,
            int stop,
            long start,
            long[] prices,
            long[] nearest,
            long most) {
        return wide
                ? unseen(to, worth, from, stop, start, prices, nearest, most)
                : nearer(to, worth, from, stop, start, prices, nearest, most);
    }

    /** The innermost loop of all: it is alone here, without a field and without a call. */
    static int nearer(int[] to, int[] worth, int from, int stop, long start, long[] prices, long[] nearest, long most) {
        for (int e = from; e < stop; e++) {
            int j = to[e];
            long d = start + prices[j] - worth[e];
            if (d <= most && d < nearest[j]) {
                return e;
            }
        }
        return stop;
    }

    private static int unseen(
            int[] to, int[] worth, int from, int stop, long start, long[] prices, long[] nearest, long most) {
        for (int e = from; e < stop; e++) {
            int j = to[e];
            long d = start + prices[j] - worth[e];
            if (d < nearest[j] && d <= most) {
                return e;
            }
        }
        return stop;
    }
}
