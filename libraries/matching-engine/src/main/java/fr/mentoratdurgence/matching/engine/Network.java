package fr.mentoratdurgence.matching.engine;

/** The nodes, edges and flows of a {@link Transport}: what a search reads and a change moves. */
final class Network {
    final LineNodes lines;
    final MentorNodes mentors;
    final ClassNodes classes;
    final Flows flows;
    final Rows rows;
    private final Columns columns = new Columns();
    final OpenLines open;
    final Candidates candidates;
    final boolean changes;
    private final Best best;

    /**
     * @param changes whether capacity may be added later
     * @param held edges that an open line holds
     */
    Network(
            ClassNodes classes,
            Candidates candidates,
            boolean changes,
            int held,
            int expectedLines,
            int expectedMentors) {
        this.classes = classes;
        this.candidates = candidates;
        this.changes = changes;
        lines = new LineNodes(expectedLines);
        mentors = new MentorNodes(expectedMentors);
        flows = new Flows(expectedLines, expectedMentors);
        rows = new Rows(expectedLines);
        open = new OpenLines(expectedLines);
        best = new Best(held);
    }

    /** Whether an edge to the mentor can ever be used. */
    boolean counts(int mentor) {
        return changes || mentors.capacity[mentor] > 0;
    }

    /** Whether the mentor has capacity left. */
    boolean hasRoom(int mentor) {
        return mentors.load[mentor] < mentors.capacity[mentor];
    }

    /** Worth of one more seat of the line. */
    long worthOfSeat(int line) {
        return lines.y(line) + classes.v[lines.classOf[line]];
    }

    /** An edge whose condition must hold. */
    void addEdge(int line, int mentor, int worth) {
        rows.add(line, mentor, worth);
        columns.add(mentor, line, worth);
    }

    /** Holds all the edges that the candidates have just found for a new line. */
    void holdAll(int line) {
        int[] found = candidates.mentors.items();
        int[] worths = candidates.worths.items();
        int count = candidates.mentors.size();
        rows.begin(line, count);
        int e = rows.first[line];
        for (int k = 0; k < count; k++) {
            if (counts(found[k])) {
                rows.mentorOf[e] = found[k];
                rows.quality[e] = worths[k];
                e++;
            }
        }
        rows.close(line, e);
        if (changes) {
            columns.addLine(line, mentors.size(), rows);
        }
    }

    /** The edges by mentor, with all that came since: for searches that go backwards. */
    Columns columns() {
        columns.catchUp(lines, mentors, rows, open);
        return columns;
    }

    /** Holds the best of the edges that the candidates have just found for an open line: free mentors first. */
    void hold(int line) {
        int[] found = candidates.mentors.items();
        int[] worths = candidates.worths.items();
        long[] price = mentors.price;
        int[] capacity = mentors.capacity;
        int[] load = mentors.load;
        best.clear();
        long most = Long.MIN_VALUE;
        for (int k = 0, count = candidates.mentors.size(); k < count; k++) {
            int j = found[k];
            if (changes || capacity[j] > 0) {
                int room = load[j] < capacity[j] ? 1 : 0;
                most = Math.max(most, best.offer(2 * (worths[k] - price[j]) + room, k));
            }
        }
        int first = rows.first[line];
        for (int k = 0; k < best.size(); k++) {
            rows.mentorOf[first + k] = found[best.item(k)];
            rows.quality[first + k] = worths[best.item(k)];
        }
        rows.end[line] = first + best.size();
        open.know(line, most == Long.MIN_VALUE ? -Labels.FAR : most >> 1);
    }
}
