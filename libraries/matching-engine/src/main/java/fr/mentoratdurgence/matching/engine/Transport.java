package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * Gives seats of lines to mentors so that the sum of all weights is as large as possible, and keeps it so while lines,
 * seats, mentors and capacities come and go. Exact.
 *
 * <p>A minimum-cost flow: root → class (a priority audience) → line → mentor → root. The first {@code floor} seats of a
 * class earn {@link #bonus} each, a seat over an edge earns {@code base of the line + quality of the edge}. Dual prices
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
 * or from the root to there (successive shortest paths, Busacker and Gowen 1960; with prices, Edmonds and Karp 1972)
 * mends it and keeps all others.
 *
 * <p>A line that fits more mentors than {@link #MOST_HELD} is <em>open</em>: only the best of its edges are held, with a
 * bound for all others ({@link #rest}). A search that comes near the bound asks {@link Candidates} for all of them, so
 * that every answer is over all pairs, whatever is held.
 */
final class Transport {
    private static final int NONE = -1;
    private static final int START = -2;
    private static final int BY_CLASS = -3;
    private static final long FAR = Long.MAX_VALUE / 4;

    /** Nearer than near: a line without seats, which no search should look at. */
    private static final long NOWHERE = -1;

    /** Lines that fit no more mentors hold all their edges. */
    static final int MOST_HELD = 256;

    /** The same where a market is so large that memory counts more than time. */
    static final int FEWEST_HELD = 64;

    private final long bonus;
    private final Candidates candidates;
    private final boolean changes;
    private final int mostHeld;
    private final int held;

    // classes
    private final int[] floor;
    private final long[] v;
    private final int[] servedOfClass;
    private final IntList[] linesOfClass;

    // lines
    private int lines;
    private long[] base;
    private long[] z; // y - base
    private int[] seats;
    private int[] served;
    private byte[] classOf;
    private int[] first;
    private int[] end;
    private int[] room;
    private int[] flowsOfLine;

    // open lines: no edge that is not held is worth more than rest (before base, less the mentor's price) plus what
    // prices may have dropped since
    private boolean[] open;
    private long[] rest;
    private int[] topWorth;
    private long[] dropsThen;
    private long drops;
    private long[] heap = {};
    private int[] heapAt = {};

    // mentors
    private int mentors;
    private long[] price;
    private int[] capacity;
    private int[] load;
    private int[] flowsOfMentor;

    // edges: those of line i are first[i] to end[i] - 1, with room up to room[i] - 1
    private int edges;
    private int[] mentorOf;
    private int[] quality;

    // edges of lines that hold all, by mentor; only once a search goes backwards
    private boolean columns;
    private int inColumns;
    private int[] lineOf = {};
    private int[] worthOf = {};
    private int[] firstOfMentor = {};
    private int[] endOfMentor = {};
    private int[] roomOfMentor = {};

    // flows: seats of one line with one mentor
    private int flows;
    private int freeFlow = NONE;
    private int[] flowLine = new int[64];
    private int[] flowMentor = new int[64];
    private int[] flowQuality = new int[64];
    private int[] flowAmount = new int[64];
    private int[] flowNextOfLine = new int[64];
    private int[] flowNextOfMentor = new int[64];
    private int[] flowPreviousOfMentor = new int[64];

    // one search
    private final MonotoneQueue queue = new MonotoneQueue();
    private int search;
    private long best;
    private int endMentor;
    private int endLine;
    private int endFlow;
    private int startLine = NONE;
    private int swap = NONE;
    private long[] distanceOfLine;
    private int[] wayOfLine;
    private int[] worthOfLineWay;
    private long[] distanceOfMentor;
    private int[] wayOfMentor;
    private final int[] seenClass;
    private final long[] distanceOfClass;
    private final int[] wayOfClass;
    private final boolean[] settledClass;
    private final IntList seenLines = new IntList();
    private final IntList seenMentors = new IntList();
    private final IntList reachedLines = new IntList();
    private final IntList reachedMentors = new IntList();
    private int[] lineOfWay;
    private int[] worthOfWay;

    /**
     * @param candidates who fits whom
     * @param changes    whether capacity may be added later
     * @param mostHeld   lines that fit no more mentors hold all their edges, others a quarter as many
     * @param floors seats of each class that earn the bonus
     * @param bonus  more than all else can earn together; 0 where there is no floor
     */
    Transport(
            int[] floors,
            long bonus,
            Candidates candidates,
            boolean changes,
            int mostHeld,
            int expectedLines,
            int expectedMentors) {
        this.bonus = bonus;
        this.candidates = candidates;
        this.changes = changes;
        this.mostHeld = mostHeld;
        held = Math.max(1, mostHeld / 4);
        int classes = floors.length;
        floor = floors.clone();
        v = new long[classes];
        servedOfClass = new int[classes];
        linesOfClass = new IntList[classes];
        seenClass = new int[classes];
        distanceOfClass = new long[classes];
        wayOfClass = new int[classes];
        settledClass = new boolean[classes];
        for (int a = 0; a < classes; a++) {
            v[a] = floor[a] > 0 ? bonus : 0;
            linesOfClass[a] = new IntList();
        }
        int n = Math.max(1, expectedLines);
        base = new long[n];
        z = new long[n];
        seats = new int[n];
        served = new int[n];
        classOf = new byte[n];
        first = new int[n];
        end = new int[n];
        room = new int[n];
        flowsOfLine = new int[n];
        distanceOfLine = new long[n];
        wayOfLine = new int[n];
        worthOfLineWay = new int[n];
        open = new boolean[n];
        rest = new long[n];
        topWorth = new int[n];
        dropsThen = new long[n];
        int m = Math.max(1, expectedMentors);
        price = new long[m];
        capacity = new int[m];
        load = new int[m];
        flowsOfMentor = new int[m];
        distanceOfMentor = new long[m];
        Arrays.fill(distanceOfMentor, FAR);
        wayOfMentor = new int[m];
        lineOfWay = new int[m];
        worthOfWay = new int[m];
        mentorOf = new int[16 * n];
        quality = new int[16 * n];
    }

    // ---------------------------------------------------------------- what there is

    int lines() {
        return lines;
    }

    int mentors() {
        return mentors;
    }

    int edges() {
        return edges;
    }

    int seats(int line) {
        return seats[line];
    }

    int served(int line) {
        return served[line];
    }

    int capacity(int mentor) {
        return capacity[mentor];
    }

    int load(int mentor) {
        return load[mentor];
    }

    long price(int mentor) {
        return price[mentor];
    }

    /** Dual price of the line without its class: see the class comment. */
    long y(int line) {
        return z[line] + base[line];
    }

    /** Worth of one more seat of the line. */
    long worthOfSeat(int line) {
        return y(line) + v[classOf[line]];
    }

    long priceOfClass(int audience) {
        return v[audience];
    }

    int floor(int audience) {
        return floor[audience];
    }

    int servedOfClass(int audience) {
        return servedOfClass[audience];
    }

    /** First flow of a line, or -1; the next is {@link #nextOfLine}. */
    int flowOfLine(int line) {
        return flowsOfLine[line];
    }

    int nextOfLine(int flow) {
        return flowNextOfLine[flow];
    }

    /** First flow of a mentor, or -1; the next is {@link #nextOfMentor}. */
    int flowOfMentor(int mentor) {
        return flowsOfMentor[mentor];
    }

    int nextOfMentor(int flow) {
        return flowNextOfMentor[flow];
    }

    int lineOfFlow(int flow) {
        return flowLine[flow];
    }

    int mentorOfFlow(int flow) {
        return flowMentor[flow];
    }

    int qualityOfFlow(int flow) {
        return flowQuality[flow];
    }

    int amountOfFlow(int flow) {
        return flowAmount[flow];
    }

    // ---------------------------------------------------------------- what changes

    /** A mentor without capacity whom no line knows yet: the next node of the candidates. */
    void addMentor() {
        int j = mentors++;
        if (j == price.length) {
            growMentors(j * 2);
        }
        flowsOfMentor[j] = NONE;
        if (lines > 0) {
            IntList near = candidates.linesNear(j);
            for (int k = 0; k < near.size(); k++) {
                int i = near.get(k);
                int worth = seats[i] > 0 || !open[i] ? candidates.worth(i, j) : Fit.UNFIT;
                if (worth != Fit.UNFIT) {
                    if (seats[i] > 0) {
                        price[j] = Math.max(price[j], worth - z[i]);
                    }
                    if (open[i]) {
                        rest[i] = FAR;
                        topWorth[i] = Math.max(topWorth[i], worth);
                    } else {
                        addEdge(i, j, worth);
                    }
                }
            }
        }
    }

    /** A line without seats: the next node of the candidates. */
    int addLine(long weight, int audience) {
        int i = lines++;
        if (i == z.length) {
            growLines(i * 2);
        }
        base[i] = weight;
        classOf[i] = (byte) audience;
        flowsOfLine[i] = NONE;
        first[i] = edges;
        distanceOfLine[i] = NOWHERE;
        candidates.find(i);
        int count = candidates.mentors.size();
        if (count > mostHeld) {
            open[i] = true;
            rest[i] = FAR;
            candidates.open(i);
            topWorth[i] = candidates.mostWorth();
            count = held;
        }
        if (edges > mentorOf.length - count) {
            growEdges(edges + count);
        }
        if (open[i]) {
            end[i] = edges;
            edges += count;
        } else {
            for (int k = 0; k < count; k++) {
                if (counts(candidates.mentors.get(k))) {
                    mentorOf[edges] = candidates.mentors.get(k);
                    quality[edges] = candidates.worths.get(k);
                    if (columns) {
                        addToColumn(mentorOf[edges], i, quality[edges]);
                    }
                    edges++;
                }
            }
            end[i] = edges;
        }
        room[i] = edges;
        linesOfClass[audience].add(i);
        return i;
    }

    private boolean counts(int mentor) {
        return changes || capacity[mentor] > 0;
    }

    /** Brings the first seats of a line in. */
    void enter(int line, int count) {
        int a = classOf[line];
        if (open[line]) {
            candidates.find(line);
            hold(line);
        }
        long most = -v[a] - base[line];
        int free = NONE;
        for (int e = first[line]; e < end[line]; e++) {
            int j = mentorOf[e];
            long worth = quality[e] - price[j];
            if (worth > most) {
                most = worth;
                free = NONE;
            }
            if (worth == most && free == NONE && load[j] < capacity[j]) {
                free = e;
            }
        }
        z[line] = most;
        seats[line] = count;
        distanceOfLine[line] = count > 0 ? FAR : NOWHERE;
        if (count > 0 && free != NONE && worthOfSeat(line) > 0 && (v[a] == 0 || servedOfClass[a] < floor[a])) {
            int j = mentorOf[free];
            int amount = Math.min(count, capacity[j] - load[j]);
            if (servedOfClass[a] < floor[a]) {
                amount = Math.min(amount, floor[a] - servedOfClass[a]);
            }
            increase(line, j, quality[free], amount);
            load[j] += amount;
            served[line] += amount;
            servedOfClass[a] += amount;
        }
        fill(line);
    }

    /** Serves seats of the line that are not served yet, as far as this is worth it. */
    private void fill(int line) {
        while (served[line] < seats[line] && worthOfSeat(line) > 0 && augment(line)) {
            settleClass(classOf[line]);
        }
    }

    void addSeats(int line, int count) {
        if (seats[line] == 0) {
            enter(line, count);
        } else {
            seats[line] += count;
            fill(line);
        }
    }

    void removeSeats(int line, int count) {
        int unserved = Math.min(count, seats[line] - served[line]);
        seats[line] -= unserved;
        if (seats[line] == 0) {
            distanceOfLine[line] = NOWHERE;
        }
        for (int k = unserved; k < count; k++) {
            int flow = flowsOfLine[line];
            int mentor = flowMentor[flow];
            reduce(flow, 1);
            load[mentor]--;
            capacity[mentor]--;
            served[line]--;
            seats[line]--;
            if (seats[line] == 0) {
                distanceOfLine[line] = NOWHERE;
            }
            servedOfClass[classOf[line]]--;
            settleClass(classOf[line]);
            addCapacity(mentor, 1);
        }
    }

    void addCapacity(int mentor, int count) {
        capacity[mentor] += count;
        settlePrice(mentor);
    }

    void removeCapacity(int mentor, int count) {
        int spare = Math.min(count, capacity[mentor] - load[mentor]);
        capacity[mentor] -= spare;
        int left = count - spare;
        capacity[mentor] -= left;
        while (left > 0) {
            begin(FAR);
            see(mentor, 0, START, 0);
            settle(mentor, 0);
            run();
            int amount = Math.min(left, bottleneck());
            finishForward();
            load[mentor] -= amount;
            shift(amount);
            left -= amount;
        }
    }

    void setFloor(int audience, int count) {
        floor[audience] = count;
        settleClass(audience);
    }

    /**
     * What one more mentor with capacity 1 would add to the sum, without adding one.
     *
     * @param toLines lines that he or she would fit, each with the quality of the pair
     */
    long worthOfMentor(int[] toLines, int[] qualities, int count) {
        long most = 0;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, qualities[k] - z[toLines[k]]);
        }
        if (most == 0) {
            return 0;
        }
        begin(most);
        for (int k = 0; k < count; k++) {
            int i = toLines[k];
            toward(i, most - (qualities[k] - z[i]), START, 0);
        }
        runBack();
        return most - best;
    }

    // ---------------------------------------------------------------- conditions that a change broke

    /** Brings one seat or more of the line in; false where the best is to let them wait. */
    private boolean augment(int line) {
        int own = classOf[line];
        boolean inside = servedOfClass[own] >= floor[own];
        startLine = line;
        begin(worthOfSeat(line));
        swap = inside ? own : NONE;
        reach(line, 0, START);
        run();
        startLine = NONE;
        boolean found = endMentor != NONE || endLine != NONE;
        int amount = 0;
        if (found) {
            amount = Math.min(seats[line] - served[line], bottleneck());
            if (servedOfClass[own] < floor[own]) {
                amount = Math.min(amount, floor[own] - servedOfClass[own]);
            } else if (v[own] > 0) {
                amount = 1;
            }
        }
        finishForward();
        if (found) {
            served[line] += amount;
            servedOfClass[own] += amount;
            shift(amount);
        }
        return found;
    }

    /** A mentor with capacity left has price 0. */
    private void settlePrice(int mentor) {
        while (load[mentor] < capacity[mentor] && price[mentor] > 0) {
            begin(price[mentor]);
            from(mentor, 0, START);
            runBack();
            int amount = 0;
            boolean found = endMentor != NONE || endLine != NONE;
            if (found) {
                amount = Math.min(capacity[mentor] - load[mentor], bottleneckBack());
            }
            finishBack();
            if (found) {
                load[mentor] += amount;
                shiftBack(amount);
            }
        }
    }

    /** A class under its floor has the bonus as its price, one above it has none. */
    private void settleClass(int audience) {
        while (servedOfClass[audience] < floor[audience] && v[audience] < bonus) {
            begin(bonus - v[audience]);
            seenClass[audience] = search;
            wayOfClass[audience] = START;
            settleClassNode(audience, 0);
            run();
            boolean found = endMentor != NONE || endLine != NONE;
            int amount = found ? Math.min(floor[audience] - servedOfClass[audience], bottleneck()) : 0;
            finishForward();
            if (found) {
                servedOfClass[audience] += amount;
                shift(amount);
            }
        }
        while (servedOfClass[audience] > floor[audience] && v[audience] > 0) {
            begin(v[audience]);
            seenClass[audience] = search;
            wayOfClass[audience] = START;
            fromClass(audience, 0);
            runBack();
            boolean found = endMentor != NONE || endLine != NONE;
            int amount = found ? Math.min(servedOfClass[audience] - floor[audience], bottleneckBack()) : 0;
            finishBack();
            if (found) {
                servedOfClass[audience] -= amount;
                shiftBack(amount);
            }
        }
    }

    // ---------------------------------------------------------------- search from a broken condition to the root

    private void begin(long bound) {
        search++;
        swap = NONE;
        best = bound;
        endMentor = NONE;
        endLine = NONE;
        reachedLines.clear();
        reachedMentors.clear();
        for (int k = 0; k < seenLines.size(); k++) {
            int line = seenLines.get(k);
            distanceOfLine[line] = seats[line] > 0 ? FAR : NOWHERE;
        }
        seenLines.clear();
        for (int k = 0; k < seenMentors.size(); k++) {
            distanceOfMentor[seenMentors.get(k)] = FAR;
        }
        seenMentors.clear();
        queue.clear();
    }

    /** Nearest first, until the root (or the class that a new seat may swap in) is nearer than all that is left. */
    private void run() {
        while (queue.nearest() < best) {
            long distance = queue.nearest();
            int node = queue.take();
            if (node < 0) {
                int a = ~node;
                if (!settledClass[a] && distanceOfClass[a] == distance) {
                    settleClassNode(a, distance);
                }
            } else if (distanceOfMentor[node] == distance) {
                settle(node, distance);
            }
        }
    }

    /** The line is as near as it can be: where could its seat go? */
    private void reach(int line, long distance, int way) {
        seenLines.add(line);
        distanceOfLine[line] = distance;
        wayOfLine[line] = way;
        reachedLines.add(line);
        if (line != startLine) {
            drop(line, distance);
        }
        relax(line, distance);
    }

    /** A seat of the line may wait again. */
    private void drop(int line, long distance) {
        if (served[line] == 0) {
            return;
        }
        int a = classOf[line];
        long out = distance + worthOfSeat(line);
        if (a == swap) {
            if (out < best) {
                best = out;
                endLine = line;
                endMentor = NONE;
            }
            return;
        }
        long loss = servedOfClass[a] <= floor[a] ? bonus - v[a] : 0;
        if (out + loss < best) {
            best = out + loss;
            endLine = line;
            endMentor = NONE;
        }
        if (loss > 0 && out < best && (seenClass[a] != search || out < distanceOfClass[a])) {
            seenClass[a] = search;
            settledClass[a] = false;
            distanceOfClass[a] = out;
            wayOfClass[a] = line;
            queue.add(out, ~a);
        }
    }

    private void relax(int line, long distance) {
        relax(line, distance, mentorOf, quality, first[line], end[line]);
        if (open[line] && distance + slack(line) < best) {
            candidates.find(line);
            relax(line, distance, candidates.mentors.items(), candidates.worths.items(), 0, candidates.mentors.size());
            hold(line);
        }
    }

    private void relax(int line, long distance, int[] to, int[] worth, int from, int stop) {
        long start = distance + z[line];
        long[] prices = price;
        long[] nearest = distanceOfMentor;
        for (int e = from; e < stop; e++) {
            int j = to[e];
            long d = start + prices[j] - worth[e];
            if (d < best && d < nearest[j] && counts(j)) {
                see(j, d, line, worth[e]);
                lineOfWay[j] = line;
                if (load[j] < capacity[j] && d < best) {
                    best = d;
                    endMentor = j;
                    endLine = NONE;
                } else {
                    queue.add(d, j);
                }
            }
        }
    }

    /** The reduced cost that no edge of an open line is below, unless it is held. */
    private long slack(int line) {
        return Math.max(0, z[line] - rest[line] - (drops - dropsThen[line]));
    }

    /** Holds the best of the edges that the candidates have just found for an open line: free mentors first. */
    private void hold(int line) {
        int[] found = candidates.mentors.items();
        int[] worths = candidates.worths.items();
        if (heap.length < held) {
            heap = new long[held];
            heapAt = new int[held];
        }
        int size = 0;
        long most = -FAR;
        for (int k = 0, count = candidates.mentors.size(); k < count; k++) {
            int j = found[k];
            if (counts(j)) {
                long key = 2 * (worths[k] - price[j]) + (load[j] < capacity[j] ? 1 : 0);
                if (size < held) {
                    rise(size++, key, k);
                } else if (key > heap[0]) {
                    most = Math.max(most, heap[0] >> 1);
                    sink(size, key, k);
                } else {
                    most = Math.max(most, key >> 1);
                }
            }
        }
        for (int k = 0; k < size; k++) {
            mentorOf[first[line] + k] = found[heapAt[k]];
            quality[first[line] + k] = worths[heapAt[k]];
        }
        end[line] = first[line] + size;
        rest[line] = most;
        dropsThen[line] = drops;
    }

    private void rise(int from, long key, int item) {
        int at = from;
        while (at > 0 && heap[(at - 1) / 2] > key) {
            heap[at] = heap[(at - 1) / 2];
            heapAt[at] = heapAt[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = key;
        heapAt[at] = item;
    }

    private void sink(int size, long key, int item) {
        int at = 0;
        for (int next = 1; next < size; next = 2 * at + 1) {
            if (next + 1 < size && heap[next + 1] < heap[next]) {
                next++;
            }
            if (heap[next] >= key) {
                break;
            }
            heap[at] = heap[next];
            heapAt[at] = heapAt[next];
            at = next;
        }
        heap[at] = key;
        heapAt[at] = item;
    }

    private void see(int mentor, long distance, int way, int worth) {
        if (distanceOfMentor[mentor] == FAR) {
            seenMentors.add(mentor);
        }
        distanceOfMentor[mentor] = distance;
        wayOfMentor[mentor] = way;
        worthOfWay[mentor] = worth;
    }

    private void settle(int mentor, long distance) {
        reachedMentors.add(mentor);
        for (int f = flowsOfMentor[mentor]; f != NONE; f = flowNextOfMentor[f]) {
            if (distanceOfLine[flowLine[f]] == FAR) {
                reach(flowLine[f], distance, f);
            }
        }
    }

    /** From a class: a seat of another of its lines may take the place. */
    private void settleClassNode(int audience, long distance) {
        settledClass[audience] = true;
        distanceOfClass[audience] = distance;
        IntList all = linesOfClass[audience];
        for (int k = 0; k < all.size(); k++) {
            int line = all.get(k);
            if (served[line] < seats[line] && distanceOfLine[line] == FAR) {
                reach(line, distance, BY_CLASS);
            }
        }
    }

    private void finishForward() {
        for (int k = 0; k < reachedLines.size(); k++) {
            int line = reachedLines.get(k);
            z[line] -= Math.max(0, best - distanceOfLine[line]);
        }
        for (int k = 0; k < reachedMentors.size(); k++) {
            int mentor = reachedMentors.get(k);
            price[mentor] += Math.max(0, best - distanceOfMentor[mentor]);
        }
        for (int a = 0; a < v.length; a++) {
            if (seenClass[a] == search && settledClass[a]) {
                v[a] += Math.max(0, best - distanceOfClass[a]);
            }
        }
    }

    /** How many seats can move along the way that was found. */
    private int bottleneck() {
        int most = Integer.MAX_VALUE;
        int line;
        if (endMentor != NONE) {
            most = capacity[endMentor] - load[endMentor];
            line = lineOfWay[endMentor];
        } else {
            line = endLine;
            most = served[line];
            int a = classOf[line];
            if (servedOfClass[a] > floor[a]) {
                most = Math.min(most, servedOfClass[a] - floor[a]);
            }
        }
        while (wayOfLine[line] != START) {
            if (wayOfLine[line] == BY_CLASS) {
                most = Math.min(most, seats[line] - served[line]);
                int a = classOf[line];
                if (wayOfClass[a] == START) {
                    return most;
                }
                line = wayOfClass[a];
                most = Math.min(most, served[line]);
            } else {
                int f = wayOfLine[line];
                most = Math.min(most, flowAmount[f]);
                int mentor = flowMentor[f];
                if (wayOfMentor[mentor] == START) {
                    return most;
                }
                line = lineOfWay[mentor];
            }
        }
        return most;
    }

    private void shift(int amount) {
        int line;
        if (endMentor != NONE) {
            load[endMentor] += amount;
            line = give(endMentor, amount);
        } else {
            line = endLine;
            served[line] -= amount;
            servedOfClass[classOf[line]] -= amount;
        }
        while (wayOfLine[line] != START) {
            if (wayOfLine[line] == BY_CLASS) {
                served[line] += amount;
                int a = classOf[line];
                if (wayOfClass[a] == START) {
                    return;
                }
                line = wayOfClass[a];
                served[line] -= amount;
            } else {
                int f = wayOfLine[line];
                int mentor = flowMentor[f];
                reduce(f, amount);
                if (wayOfMentor[mentor] == START) {
                    return;
                }
                line = give(mentor, amount);
            }
        }
    }

    private int give(int mentor, int amount) {
        int line = lineOfWay[mentor];
        increase(line, mentor, worthOfWay[mentor], amount);
        return line;
    }

    // ---------------------------------------------------------------- search from the root to a broken condition

    private void runBack() {
        if (!columns) {
            makeColumns();
        }
        while (queue.nearest() < best) {
            long distance = queue.nearest();
            int line = queue.take();
            if (distanceOfLine[line] == distance) {
                settleBack(line, distance);
            }
        }
    }

    /**
     * From here the line's seat reaches the broken condition over a distance, by the given mentor or class. Who could
     * take the seat at once is noted now, so that nothing that is as far is looked at any more.
     */
    private void toward(int line, long distance, int way, int worth) {
        if (distance >= best || distance >= distanceOfLine[line]) {
            return;
        }
        if (distanceOfLine[line] == FAR) {
            seenLines.add(line);
        }
        distanceOfLine[line] = distance;
        wayOfLine[line] = way;
        worthOfLineWay[line] = worth;
        queue.add(distance, line);
        if (served[line] < seats[line]) {
            int a = classOf[line];
            long entry = servedOfClass[a] < floor[a] ? 0 : v[a];
            if (distance + entry < best) {
                best = distance + entry;
                endLine = line;
                endMentor = NONE;
            }
        }
        for (int f = flowsOfLine[line]; f != NONE; f = flowNextOfLine[f]) {
            if (distance + price[flowMentor[f]] < best) {
                best = distance + price[flowMentor[f]];
                endMentor = flowMentor[f];
                endFlow = f;
                endLine = NONE;
            }
        }
    }

    private void settleBack(int line, long distance) {
        reachedLines.add(line);
        int a = classOf[line];
        if (served[line] < seats[line] && servedOfClass[a] >= floor[a] && v[a] > 0 && seenClass[a] != search) {
            seenClass[a] = search;
            wayOfClass[a] = line;
            fromClass(a, distance);
        }
        for (int f = flowsOfLine[line]; f != NONE && distance < best; f = flowNextOfLine[f]) {
            if (distanceOfMentor[flowMentor[f]] == FAR) {
                from(flowMentor[f], distance, f);
            }
        }
    }

    /** A seat of the mentor may move on over the flow; who takes its place? */
    private void from(int mentor, long distance, int way) {
        if (!columns) {
            makeColumns();
        }
        see(mentor, distance, way, 0);
        reachedMentors.add(mentor);
        long start = distance + price[mentor];
        long[] nearest = distanceOfLine;
        for (int c = firstOfMentor[mentor], stop = endOfMentor[mentor]; c < stop; c++) {
            int line = lineOf[c];
            if (distance < nearest[line]) {
                toward(line, start + z[line] - worthOf[c], mentor, worthOf[c]);
            }
        }
        IntList open = candidates.openLinesNear(mentor);
        for (int k = 0; k < open.size() && distance < best; k++) {
            int line = open.get(k);
            if (distance < nearest[line] && start + z[line] - topWorth[line] < best) {
                int worth = candidates.worth(line, mentor);
                if (worth != Fit.UNFIT) {
                    toward(line, start + z[line] - worth, mentor, worth);
                }
            }
        }
    }

    private void fromClass(int audience, long distance) {
        settledClass[audience] = true;
        distanceOfClass[audience] = distance;
        IntList all = linesOfClass[audience];
        for (int k = 0; k < all.size(); k++) {
            int line = all.get(k);
            if (served[line] > 0) {
                toward(line, distance + worthOfSeat(line), BY_CLASS, 0);
            }
        }
    }

    private void finishBack() {
        drop(best);
        for (int k = 0; k < reachedLines.size(); k++) {
            int line = reachedLines.get(k);
            z[line] += Math.max(0, best - distanceOfLine[line]);
        }
        for (int k = 0; k < reachedMentors.size(); k++) {
            int mentor = reachedMentors.get(k);
            price[mentor] -= Math.max(0, best - distanceOfMentor[mentor]);
        }
        for (int a = 0; a < v.length; a++) {
            if (seenClass[a] == search && settledClass[a]) {
                v[a] -= Math.max(0, best - distanceOfClass[a]);
                lift(a);
            }
        }
    }

    /** Prices may be lower by so much: what open lines know of others does not hold any more. */
    private void drop(long most) {
        drops += most;
        if (drops > FAR) {
            drops = 0;
            Arrays.fill(rest, FAR);
            Arrays.fill(dropsThen, 0);
        }
    }

    /** A line without any seat served is worth nothing, not less than nothing. */
    private void lift(int audience) {
        IntList all = linesOfClass[audience];
        for (int k = 0; k < all.size(); k++) {
            int line = all.get(k);
            z[line] = Math.max(z[line], -v[audience] - base[line]);
        }
    }

    private int bottleneckBack() {
        int most;
        int line;
        if (endMentor != NONE) {
            most = flowAmount[endFlow];
            line = flowLine[endFlow];
        } else {
            line = endLine;
            most = seats[line] - served[line];
            int a = classOf[line];
            if (servedOfClass[a] < floor[a]) {
                most = Math.min(most, floor[a] - servedOfClass[a]);
            } else if (v[a] > 0) {
                most = 1;
            }
        }
        while (true) {
            if (wayOfLine[line] == BY_CLASS) {
                most = Math.min(most, served[line]);
                int a = classOf[line];
                if (wayOfClass[a] == START) {
                    return most;
                }
                line = wayOfClass[a];
                most = Math.min(most, seats[line] - served[line]);
            } else {
                int f = wayOfMentor[wayOfLine[line]];
                if (f == START) {
                    return most;
                }
                most = Math.min(most, flowAmount[f]);
                line = flowLine[f];
            }
        }
    }

    private void shiftBack(int amount) {
        int line;
        if (endMentor != NONE) {
            load[endMentor] -= amount;
            line = flowLine[endFlow];
            reduce(endFlow, amount);
        } else {
            line = endLine;
            served[line] += amount;
            servedOfClass[classOf[line]] += amount;
        }
        while (true) {
            if (wayOfLine[line] == BY_CLASS) {
                served[line] -= amount;
                int a = classOf[line];
                if (wayOfClass[a] == START) {
                    return;
                }
                line = wayOfClass[a];
                served[line] += amount;
            } else {
                int mentor = wayOfLine[line];
                increase(line, mentor, worthOfLineWay[line], amount);
                if (open[line]) {
                    rest[line] = FAR;
                }
                int f = wayOfMentor[mentor];
                if (f == START) {
                    return;
                }
                line = flowLine[f];
                reduce(f, amount);
            }
        }
    }

    // ---------------------------------------------------------------- flows

    private void increase(int line, int mentor, int worth, int amount) {
        for (int f = flowsOfLine[line]; f != NONE; f = flowNextOfLine[f]) {
            if (flowMentor[f] == mentor) {
                flowAmount[f] += amount;
                return;
            }
        }
        int f = freeFlow;
        if (f == NONE) {
            f = flows++;
            if (f == flowLine.length) {
                growFlows(f * 2);
            }
        } else {
            freeFlow = flowNextOfLine[f];
        }
        flowLine[f] = line;
        flowMentor[f] = mentor;
        flowQuality[f] = worth;
        flowAmount[f] = amount;
        flowNextOfLine[f] = flowsOfLine[line];
        flowsOfLine[line] = f;
        flowPreviousOfMentor[f] = NONE;
        flowNextOfMentor[f] = flowsOfMentor[mentor];
        if (flowsOfMentor[mentor] != NONE) {
            flowPreviousOfMentor[flowsOfMentor[mentor]] = f;
        }
        flowsOfMentor[mentor] = f;
    }

    private void reduce(int flow, int amount) {
        flowAmount[flow] -= amount;
        if (flowAmount[flow] > 0) {
            return;
        }
        int line = flowLine[flow];
        if (flowsOfLine[line] == flow) {
            flowsOfLine[line] = flowNextOfLine[flow];
        } else {
            int before = flowsOfLine[line];
            while (flowNextOfLine[before] != flow) {
                before = flowNextOfLine[before];
            }
            flowNextOfLine[before] = flowNextOfLine[flow];
        }
        int mentor = flowMentor[flow];
        int previous = flowPreviousOfMentor[flow];
        int next = flowNextOfMentor[flow];
        if (previous == NONE) {
            flowsOfMentor[mentor] = next;
        } else {
            flowNextOfMentor[previous] = next;
        }
        if (next != NONE) {
            flowPreviousOfMentor[next] = previous;
        }
        flowNextOfLine[flow] = freeFlow;
        freeFlow = flow;
    }

    // ---------------------------------------------------------------- edges and room

    /** An edge for a line that has others already; its condition must hold. */
    private void addEdge(int line, int mentor, int worth) {
        if (end[line] == room[line]) {
            move(line);
        }
        int e = end[line]++;
        mentorOf[e] = mentor;
        quality[e] = worth;
        if (columns) {
            addToColumn(mentor, line, worth);
        }
    }

    /** Moves the edges of a line to where they can become more. */
    private void move(int line) {
        int count = end[line] - first[line];
        int wanted = count + Math.max(4, count / 4);
        int to = edges;
        if (to > Integer.MAX_VALUE - 8 - wanted) {
            throw new IllegalStateException("too many edges");
        }
        if (to + wanted > mentorOf.length) {
            growEdges(to + wanted);
        }
        for (int k = 0; k < count; k++) {
            int e = first[line] + k;
            mentorOf[to + k] = mentorOf[e];
            quality[to + k] = quality[e];
        }
        first[line] = to;
        end[line] = to + count;
        room[line] = to + wanted;
        edges = to + wanted;
    }

    private void makeColumns() {
        columns = true;
        firstOfMentor = new int[price.length];
        endOfMentor = new int[price.length];
        roomOfMentor = new int[price.length];
        for (int i = 0; i < lines; i++) {
            for (int e = first[i]; e < end[i] && !open[i]; e++) {
                roomOfMentor[mentorOf[e]]++;
            }
        }
        for (int j = 0; j < mentors; j++) {
            firstOfMentor[j] = inColumns;
            endOfMentor[j] = inColumns;
            inColumns += roomOfMentor[j];
            roomOfMentor[j] = inColumns;
        }
        lineOf = new int[inColumns];
        worthOf = new int[inColumns];
        for (int i = 0; i < lines; i++) {
            for (int e = first[i]; e < end[i] && !open[i]; e++) {
                addToColumn(mentorOf[e], i, quality[e]);
            }
        }
    }

    private void addToColumn(int mentor, int line, int worth) {
        if (endOfMentor[mentor] == roomOfMentor[mentor]) {
            moveColumn(mentor);
        }
        lineOf[endOfMentor[mentor]] = line;
        worthOf[endOfMentor[mentor]++] = worth;
    }

    /** Moves a column to where it can become longer. */
    private void moveColumn(int mentor) {
        int count = endOfMentor[mentor] - firstOfMentor[mentor];
        int wanted = count + Math.max(4, count / 4);
        if (inColumns > lineOf.length - wanted) {
            int size = grown(lineOf.length, inColumns + wanted);
            lineOf = Arrays.copyOf(lineOf, size);
            worthOf = Arrays.copyOf(worthOf, size);
        }
        System.arraycopy(lineOf, firstOfMentor[mentor], lineOf, inColumns, count);
        System.arraycopy(worthOf, firstOfMentor[mentor], worthOf, inColumns, count);
        firstOfMentor[mentor] = inColumns;
        endOfMentor[mentor] = inColumns + count;
        inColumns += wanted;
        roomOfMentor[mentor] = inColumns;
    }

    private static int grown(int size, int atLeast) {
        int more = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(atLeast, size * 3L / 2));
        if (atLeast < 0 || more < atLeast) {
            throw new IllegalStateException("too many edges");
        }
        return more;
    }

    private void growEdges(int atLeast) {
        int size = grown(mentorOf.length, atLeast);
        mentorOf = Arrays.copyOf(mentorOf, size);
        quality = Arrays.copyOf(quality, size);
    }

    private void growLines(int size) {
        base = Arrays.copyOf(base, size);
        z = Arrays.copyOf(z, size);
        seats = Arrays.copyOf(seats, size);
        served = Arrays.copyOf(served, size);
        classOf = Arrays.copyOf(classOf, size);
        first = Arrays.copyOf(first, size);
        end = Arrays.copyOf(end, size);
        room = Arrays.copyOf(room, size);
        flowsOfLine = Arrays.copyOf(flowsOfLine, size);
        distanceOfLine = Arrays.copyOf(distanceOfLine, size);
        wayOfLine = Arrays.copyOf(wayOfLine, size);
        worthOfLineWay = Arrays.copyOf(worthOfLineWay, size);
        open = Arrays.copyOf(open, size);
        rest = Arrays.copyOf(rest, size);
        topWorth = Arrays.copyOf(topWorth, size);
        dropsThen = Arrays.copyOf(dropsThen, size);
    }

    private void growMentors(int size) {
        price = Arrays.copyOf(price, size);
        capacity = Arrays.copyOf(capacity, size);
        load = Arrays.copyOf(load, size);
        flowsOfMentor = Arrays.copyOf(flowsOfMentor, size);
        distanceOfMentor = Arrays.copyOf(distanceOfMentor, size);
        Arrays.fill(distanceOfMentor, size / 2, size, FAR);
        wayOfMentor = Arrays.copyOf(wayOfMentor, size);
        lineOfWay = Arrays.copyOf(lineOfWay, size);
        worthOfWay = Arrays.copyOf(worthOfWay, size);
        if (columns) {
            firstOfMentor = Arrays.copyOf(firstOfMentor, size);
            endOfMentor = Arrays.copyOf(endOfMentor, size);
            roomOfMentor = Arrays.copyOf(roomOfMentor, size);
        }
    }

    private void growFlows(int size) {
        flowLine = Arrays.copyOf(flowLine, size);
        flowMentor = Arrays.copyOf(flowMentor, size);
        flowQuality = Arrays.copyOf(flowQuality, size);
        flowAmount = Arrays.copyOf(flowAmount, size);
        flowNextOfLine = Arrays.copyOf(flowNextOfLine, size);
        flowNextOfMentor = Arrays.copyOf(flowNextOfMentor, size);
        flowPreviousOfMentor = Arrays.copyOf(flowPreviousOfMentor, size);
    }
}
