package fr.mentoratdurgence.matching.engine;

/**
 * Gives seats of lines to mentors so that the sum of all weights is as large as possible, and keeps it so while lines,
 * seats, mentors and capacities come and go. Exact.
 *
 * <p>A minimum-cost flow: root → class (a priority audience) → line → mentor → root. The first {@code floor} seats of a
 * class earn {@link ClassNodes#bonus} each, a seat over an edge earns {@code base of the line + quality of the edge}. Dual prices
 * prove the optimum at every moment:
 *
 * <ul>
 *   <li>{@code y(line) + price(mentor) >= weight} for each edge, equal where seats use it;
 *   <li>{@code u(line) = y(line) + v(class) >= 0}, 0 where the line has a seat unserved;
 *   <li>{@code price(mentor) >= 0}, 0 where the mentor has capacity left;
 *   <li>{@code v(class)} is {@code bonus} under the floor, 0 above it, and between the two on it.
 * </ul>
 *
 * <p>Each change breaks one of these conditions in one place only; a search for the shortest path from there to the root
 * ({@link WayOut}) or from the root to there ({@link WayIn}; successive shortest paths, Busacker and Gowen 1960; with prices, Edmonds and Karp 1972)
 * mends it and keeps all others.
 *
 * <p>A line that fits more mentors than {@link #MOST_HELD} is <em>open</em>: only the best of its edges are held, with a
 * bound for all others ({@link OpenLines}). A search that comes near the bound asks {@link Candidates} for all of them, so
 * that every answer is over all pairs, whatever is held.
 */
final class Transport {
    private static final int NONE = Labels.NONE;

    /** Lines that fit no more mentors hold all their edges. */
    static final int MOST_HELD = 256;

    /** The same where a market is so large that memory counts more than time. */
    static final int FEWEST_HELD = 64;

    private final Candidates candidates;
    private final int mostHeld;
    private final int held;
    private final ClassNodes classes;
    private final Network net;
    private final LineNodes lines;
    private final MentorNodes mentors;
    private final Flows flows;
    private final Labels labels;
    private final WayOut wayOut;
    private final WayIn wayIn;

    /**
     * @param step       what one point of fit counts
     * @param candidates who fits whom
     * @param changes    whether capacity may be added later
     * @param mostHeld   lines that fit no more mentors hold all their edges, others a quarter as many
     * @param floors seats of each class that earn the bonus
     * @param bonus  more than all else can earn together; 0 where there is no floor
     */
    Transport(
            int[] floors,
            long bonus,
            long step,
            Candidates candidates,
            boolean changes,
            int mostHeld,
            int expectedLines,
            int expectedMentors) {
        this.candidates = candidates;
        this.mostHeld = mostHeld;
        held = Math.max(1, mostHeld / 4);
        int n = Math.max(1, expectedLines);
        int m = Math.max(1, expectedMentors);
        classes = new ClassNodes(floors, bonus);
        net = new Network(classes, candidates, changes, held, n, m);
        lines = net.lines;
        mentors = net.mentors;
        flows = net.flows;
        labels = new Labels(lines, step, floors.length, n, m);
        wayOut = new WayOut(net, labels);
        wayIn = new WayIn(net, labels);
    }

    // ---------------------------------------------------------------- what there is

    int lines() {
        return lines.size();
    }

    int mentors() {
        return mentors.size();
    }

    int edges() {
        return net.rows.size();
    }

    int seats(int line) {
        return lines.seats[line];
    }

    int served(int line) {
        return lines.served[line];
    }

    int capacity(int mentor) {
        return mentors.capacity[mentor];
    }

    long price(int mentor) {
        return mentors.price[mentor];
    }

    /** Worth of one more seat of the line. */
    long worthOfSeat(int line) {
        return net.worthOfSeat(line);
    }

    long priceOfClass(int audience) {
        return classes.v[audience];
    }

    int floor(int audience) {
        return classes.floor[audience];
    }

    int servedOfClass(int audience) {
        return classes.served[audience];
    }

    /** First flow of a line, or -1; the next is {@link #nextOfLine}. */
    int flowOfLine(int line) {
        return flows.firstOfLine[line];
    }

    int nextOfLine(int flow) {
        return flows.nextOfLine[flow];
    }

    /** First flow of a mentor, or -1; the next is {@link #nextOfMentor}. */
    int flowOfMentor(int mentor) {
        return flows.firstOfMentor[mentor];
    }

    int nextOfMentor(int flow) {
        return flows.nextOfMentor[flow];
    }

    int lineOfFlow(int flow) {
        return flows.line[flow];
    }

    int mentorOfFlow(int flow) {
        return flows.mentor[flow];
    }

    int qualityOfFlow(int flow) {
        return flows.quality[flow];
    }

    int amountOfFlow(int flow) {
        return flows.amount[flow];
    }

    /**
     * What one more mentor with capacity 1 would add to the sum, without adding one.
     *
     * @param toLines lines that he or she would fit, each with the quality of the pair
     */
    long worthOfMentor(int[] toLines, int[] qualities, int count) {
        return wayIn.worthOfMentor(toLines, qualities, count);
    }

    // ---------------------------------------------------------------- what changes

    /** A mentor without capacity whom no line knows yet: the next node of the candidates. */
    void addMentor() {
        int j = mentors.add();
        flows.addMentor(j);
        labels.addMentor(j);
        if (lines.size() > 0) {
            IntList near = candidates.linesNear(j);
            for (int k = 0; k < near.size(); k++) {
                know(near.get(k), j);
            }
        }
    }

    private void know(int line, int mentor) {
        boolean open = net.open.is[line];
        int worth = lines.seats[line] > 0 || !open ? candidates.worth(line, mentor) : Fit.UNFIT;
        if (worth == Fit.UNFIT) {
            return;
        }
        if (lines.seats[line] > 0) {
            mentors.price[mentor] = Math.max(mentors.price[mentor], worth - lines.z[line]);
        }
        if (open) {
            net.open.open(line, Math.max(net.open.topWorth[line], worth));
        } else {
            net.addEdge(line, mentor, worth);
        }
    }

    /** A line without seats: the next node of the candidates. */
    int addLine(long weight, int audience) {
        int i = lines.add(weight, audience);
        flows.addLine(i);
        labels.addLine(i);
        net.open.addLine(i);
        classes.lines[audience].add(i);
        candidates.find(i);
        if (candidates.mentors.size() > mostHeld) {
            candidates.open(i);
            net.open.open(i, candidates.mostWorth());
            net.rows.begin(i, held);
        } else {
            net.holdAll(i);
        }
        return i;
    }

    /** Brings the first seats of a line in. */
    void enter(int line, int count) {
        int a = lines.classOf[line];
        if (net.open.is[line]) {
            candidates.find(line);
            net.hold(line);
        }
        Rows rows = net.rows;
        long most = -classes.v[a] - lines.base[line];
        int free = NONE;
        for (int e = rows.first[line]; e < rows.end[line]; e++) {
            int j = rows.mentorOf[e];
            long worth = rows.quality[e] - mentors.price[j];
            if (worth > most) {
                most = worth;
                free = NONE;
            }
            if (worth == most && free == NONE && net.hasRoom(j)) {
                free = e;
            }
        }
        lines.z[line] = most;
        lines.seats[line] = count;
        labels.note(line);
        int toFloor = classes.floor[a] - classes.served[a];
        if (count > 0 && free != NONE && worthOfSeat(line) > 0 && (classes.v[a] == 0 || toFloor > 0)) {
            int j = rows.mentorOf[free];
            int amount = Math.min(count, mentors.capacity[j] - mentors.load[j]);
            if (toFloor > 0) {
                amount = Math.min(amount, toFloor);
            }
            flows.increase(line, j, rows.quality[free], amount);
            mentors.load[j] += amount;
            serve(line, amount);
        }
        fill(line);
    }

    private void serve(int line, int amount) {
        lines.served[line] += amount;
        classes.served[lines.classOf[line]] += amount;
    }

    /** Serves seats of the line that are not served yet, as far as this is worth it. */
    private void fill(int line) {
        while (lines.served[line] < lines.seats[line] && worthOfSeat(line) > 0 && augment(line)) {
            settleClass(lines.classOf[line]);
        }
    }

    void addSeats(int line, int count) {
        if (lines.seats[line] == 0) {
            enter(line, count);
        } else {
            lines.seats[line] += count;
            fill(line);
        }
    }

    void removeSeats(int line, int count) {
        int unserved = Math.min(count, lines.seats[line] - lines.served[line]);
        lines.seats[line] -= unserved;
        labels.note(line);
        for (int k = unserved; k < count; k++) {
            int flow = flows.firstOfLine[line];
            int mentor = flows.mentor[flow];
            flows.reduce(flow, 1);
            mentors.load[mentor]--;
            mentors.capacity[mentor]--;
            lines.seats[line]--;
            labels.note(line);
            serve(line, -1);
            settleClass(lines.classOf[line]);
            addCapacity(mentor, 1);
        }
    }

    void addCapacity(int mentor, int count) {
        mentors.capacity[mentor] += count;
        settlePrice(mentor);
    }

    void removeCapacity(int mentor, int count) {
        int spare = Math.min(count, mentors.capacity[mentor] - mentors.load[mentor]);
        mentors.capacity[mentor] -= count;
        int left = count - spare;
        while (left > 0) {
            wayOut.fromMentor(mentor);
            int amount = Math.min(left, wayOut.bottleneck());
            wayOut.finish();
            mentors.rose[mentor] = false; // it is what a seat given back is worth
            mentors.load[mentor] -= amount;
            wayOut.shift(amount);
            left -= amount;
        }
    }

    void setFloor(int audience, int count) {
        classes.floor[audience] = count;
        settleClass(audience);
    }

    // ---------------------------------------------------------------- conditions that a change broke

    /** Brings one seat or more of the line in; false where the best is to let them wait. */
    private boolean augment(int line) {
        int own = lines.classOf[line];
        int toFloor = classes.floor[own] - classes.served[own];
        wayOut.fromLine(line, toFloor <= 0);
        boolean found = labels.found();
        int amount = 0;
        if (found) {
            amount = Math.min(lines.seats[line] - lines.served[line], wayOut.bottleneck());
            if (toFloor > 0) {
                amount = Math.min(amount, toFloor);
            } else if (classes.v[own] > 0) {
                amount = 1;
            }
        }
        wayOut.finish();
        if (found) {
            serve(line, amount);
            wayOut.shift(amount);
        }
        return found;
    }

    /** A mentor with capacity left has price 0. */
    private void settlePrice(int mentor) {
        while (net.hasRoom(mentor) && mentors.price[mentor] > 0) {
            wayIn.toMentor(mentor);
            boolean found = labels.found();
            int amount = found ? Math.min(mentors.capacity[mentor] - mentors.load[mentor], wayIn.bottleneck()) : 0;
            wayIn.finish();
            if (found) {
                mentors.load[mentor] += amount;
                wayIn.shift(amount);
            }
        }
    }

    /** A class under its floor has the bonus as its price, one above it has none. */
    private void settleClass(int audience) {
        while (classes.served[audience] < classes.floor[audience] && classes.v[audience] < classes.bonus) {
            wayOut.fromClass(audience);
            boolean found = labels.found();
            int amount = found ? Math.min(classes.floor[audience] - classes.served[audience], wayOut.bottleneck()) : 0;
            wayOut.finish();
            if (found) {
                classes.served[audience] += amount;
                wayOut.shift(amount);
            }
        }
        while (classes.served[audience] > classes.floor[audience] && classes.v[audience] > 0) {
            wayIn.toClass(audience);
            boolean found = labels.found();
            int amount = found ? Math.min(classes.served[audience] - classes.floor[audience], wayIn.bottleneck()) : 0;
            wayIn.finish();
            if (found) {
                classes.served[audience] -= amount;
                wayIn.shift(amount);
            }
        }
    }
}
