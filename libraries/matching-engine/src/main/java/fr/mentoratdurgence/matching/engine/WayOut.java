package fr.mentoratdurgence.matching.engine;

import static fr.mentoratdurgence.matching.engine.Labels.BY_CLASS;
import static fr.mentoratdurgence.matching.engine.Labels.FAR;
import static fr.mentoratdurgence.matching.engine.Labels.NONE;
import static fr.mentoratdurgence.matching.engine.Labels.START;

/** The shortest way from a broken condition to the root: where a seat, or the place of one, can go. */
final class WayOut extends Way {
    private int startLine = NONE;
    private int swap = NONE;

    // what the innermost loops read, one step away instead of two: no array is replaced while a search runs
    private long[] z;
    private long[] base;
    private int[] served;
    private byte[] classOf;
    private long[] price;
    private int[] capacity;
    private int[] load;
    private int[] first;
    private int[] end;
    private int[] mentorOf;
    private int[] quality;
    private int[] flowOfMentor;
    private int[] lineOfFlow;
    private int[] nextFlow;
    private long[] distanceOfLine;
    private int[] wayOfLine;
    private long[] distanceOfMentor;
    private int[] wayOfMentor;
    private int[] lineOfWay;
    private int[] worthOfWay;

    WayOut(Network net, Labels labels) {
        super(net, labels);
        look();
    }

    private void begin(long bound) {
        labels.begin(bound);
        look();
    }

    /** Between two searches arrays may have grown. */
    private void look() {
        z = lines.z;
        base = lines.base;
        served = lines.served;
        classOf = lines.classOf;
        price = mentors.price;
        capacity = mentors.capacity;
        load = mentors.load;
        first = net.rows.first;
        end = net.rows.end;
        mentorOf = net.rows.mentorOf;
        quality = net.rows.quality;
        flowOfMentor = flows.firstOfMentor;
        lineOfFlow = flows.line;
        nextFlow = flows.nextOfMentor;
        distanceOfLine = labels.distanceOfLine;
        wayOfLine = labels.wayOfLine;
        distanceOfMentor = labels.distanceOfMentor;
        wayOfMentor = labels.wayOfMentor;
        lineOfWay = labels.lineOfWay;
        worthOfWay = labels.worthOfWay;
    }

    /**
     * Where a seat of the line that is not served could go.
     *
     * @param inside whether the class is served up to its floor, so that another of its seats may be swapped for this
     */
    void fromLine(int line, boolean inside) {
        startLine = line;
        begin(net.worthOfSeat(line));
        swap = inside ? lines.classOf[line] : NONE;
        reach(line, 0, START);
        run();
        startLine = NONE;
        swap = NONE;
    }

    /** Who could take over from a mentor with less capacity than load. */
    void fromMentor(int mentor) {
        begin(FAR);
        labels.seeMentor(mentor, 0, START, 0);
        settle(mentor, 0);
        run();
    }

    /** Where a class under its floor could have another seat served. */
    void fromClass(int audience) {
        begin(classes.bonus - classes.v[audience]);
        labels.seeClass(audience, 0, START);
        settleClass(audience, 0);
        run();
    }

    /**
     * Nearest first, until the root (or the class that a new seat may swap in) is nearer than all that is left. No edge
     * makes a way shorter: where the root is as near as a node, nothing beyond that node is looked at any more.
     */
    private void run() {
        MonotoneQueue queue = labels.queue;
        for (long distance = queue.nearest(); distance < labels.best; distance = queue.nearest()) {
            int node = queue.take();
            if (node < 0) {
                int a = ~node;
                if (!labels.settledClass[a] && labels.distanceOfClass[a] == distance) {
                    settleClass(a, distance);
                }
            } else if (distanceOfMentor[node] == distance) {
                settle(node, distance);
            }
        }
    }

    /** The line is as near as it can be: where could its seat go? */
    private void reach(int line, long distance, int way) {
        labels.seenLines.add(line);
        labels.reachedLines.add(line);
        distanceOfLine[line] = distance;
        wayOfLine[line] = way;
        if (line != startLine && served[line] > 0) {
            drop(line, distance);
        }
        relax(line, distance);
    }

    /** A seat of the line may wait again. */
    private void drop(int line, long distance) {
        int a = classOf[line];
        long out = distance + z[line] + base[line] + classes.v[a];
        if (a == swap) {
            if (out < labels.best) {
                labels.endAtLine(line, out);
            }
            return;
        }
        long loss = classes.served[a] <= classes.floor[a] ? classes.bonus - classes.v[a] : 0;
        if (out + loss < labels.best) {
            labels.endAtLine(line, out + loss);
        }
        if (loss > 0 && out < labels.best && (!labels.hasSeen(a) || out < labels.distanceOfClass[a])) {
            labels.seeClass(a, out, line);
            labels.queue.add(out, ~a);
        }
    }

    private void relax(int line, long distance) {
        relax(line, distance, mentorOf, quality, first[line], end[line]);
        if (net.open.is[line] && distance + net.open.slack(line, z[line]) < labels.best) {
            Candidates candidates = net.candidates;
            candidates.find(line);
            relax(line, distance, candidates.mentors.items(), candidates.worths.items(), 0, candidates.mentors.size());
            net.hold(line);
        }
    }

    private void relax(int line, long distance, int[] to, int[] worth, int from, int stop) {
        long start = distance + z[line];
        int e = nearer(to, worth, from, stop, start, price, distanceOfMentor, labels.best);
        while (e < stop) {
            see(to[e], start + price[to[e]] - worth[e], line, worth[e]);
            if (labels.best <= distance) {
                return;
            }
            e = nearer(to, worth, e + 1, stop, start, price, distanceOfMentor, labels.best);
        }
    }

    /**
     * The next of the edges that leads to a mentor nearer than any way before, or {@code stop}: the innermost loop of all.
     * It is alone here, without a field and without a call.
     */
    private static int nearer(
            int[] to, int[] worth, int from, int stop, long start, long[] prices, long[] nearest, long best) {
        for (int e = from; e < stop; e++) {
            int j = to[e];
            long d = start + prices[j] - worth[e];
            if (d < best && d < nearest[j]) {
                return e;
            }
        }
        return stop;
    }

    private void see(int mentor, long distance, int line, int worth) {
        if (!net.changes && capacity[mentor] <= 0) {
            return;
        }
        if (distanceOfMentor[mentor] == FAR) {
            labels.seenMentors.add(mentor);
        }
        distanceOfMentor[mentor] = distance;
        wayOfMentor[mentor] = line;
        lineOfWay[mentor] = line;
        worthOfWay[mentor] = worth;
        if (load[mentor] < capacity[mentor]) {
            labels.endAtMentor(mentor, distance);
        } else {
            labels.queue.add(distance, mentor);
        }
    }

    private void settle(int mentor, long distance) {
        labels.reachedMentors.add(mentor);
        for (int f = flowOfMentor[mentor]; f != NONE && distance < labels.best; f = nextFlow[f]) {
            int line = lineOfFlow[f];
            if (distanceOfLine[line] == FAR) {
                reach(line, distance, f);
            }
        }
    }

    /** From a class: a seat of another of its lines may take the place. */
    private void settleClass(int audience, long distance) {
        labels.settleClass(audience, distance);
        IntList all = classes.lines[audience];
        for (int k = 0; k < all.size() && distance < labels.best; k++) {
            int line = all.get(k);
            if (lines.served[line] < lines.seats[line] && labels.distanceOfLine[line] == FAR) {
                reach(line, distance, BY_CLASS);
            }
        }
    }

    /** Prices after the search: what is nearer than the end becomes dearer, so that all conditions hold again. */
    void finish() {
        for (int k = 0; k < labels.reachedLines.size(); k++) {
            int line = labels.reachedLines.get(k);
            lines.z[line] -= labels.change(labels.distanceOfLine[line]);
        }
        for (int k = 0; k < labels.reachedMentors.size(); k++) {
            int mentor = labels.reachedMentors.get(k);
            mentors.price[mentor] += labels.change(labels.distanceOfMentor[mentor]);
        }
        for (int a = 0; a < classes.v.length; a++) {
            if (labels.hasSettled(a)) {
                classes.v[a] += labels.change(labels.distanceOfClass[a]);
            }
        }
    }

    /** How many seats can move along the way that was found. */
    int bottleneck() {
        int most = Integer.MAX_VALUE;
        int line;
        if (labels.endMentor != NONE) {
            most = mentors.capacity[labels.endMentor] - mentors.load[labels.endMentor];
            line = labels.lineOfWay[labels.endMentor];
        } else {
            line = labels.endLine;
            most = lines.served[line];
            int a = lines.classOf[line];
            if (classes.served[a] > classes.floor[a]) {
                most = Math.min(most, classes.served[a] - classes.floor[a]);
            }
        }
        while (labels.wayOfLine[line] != START) {
            if (labels.wayOfLine[line] == BY_CLASS) {
                most = Math.min(most, lines.seats[line] - lines.served[line]);
                int before = labels.wayOfClass[lines.classOf[line]];
                if (before == START) {
                    return most;
                }
                line = before;
                most = Math.min(most, lines.served[line]);
            } else {
                int f = labels.wayOfLine[line];
                most = Math.min(most, flows.amount[f]);
                int mentor = flows.mentor[f];
                if (labels.wayOfMentor[mentor] == START) {
                    return most;
                }
                line = labels.lineOfWay[mentor];
            }
        }
        return most;
    }

    /** Moves so many seats along the way that was found. */
    void shift(int amount) {
        int line;
        if (labels.endMentor != NONE) {
            mentors.load[labels.endMentor] += amount;
            line = give(labels.endMentor, amount);
        } else {
            line = labels.endLine;
            lines.served[line] -= amount;
            classes.served[lines.classOf[line]] -= amount;
        }
        while (labels.wayOfLine[line] != START) {
            if (labels.wayOfLine[line] == BY_CLASS) {
                lines.served[line] += amount;
                int before = labels.wayOfClass[lines.classOf[line]];
                if (before == START) {
                    return;
                }
                line = before;
                lines.served[line] -= amount;
            } else {
                int f = labels.wayOfLine[line];
                int mentor = flows.mentor[f];
                flows.reduce(f, amount);
                if (labels.wayOfMentor[mentor] == START) {
                    return;
                }
                line = give(mentor, amount);
            }
        }
    }

    private int give(int mentor, int amount) {
        int line = labels.lineOfWay[mentor];
        flows.increase(line, mentor, labels.worthOfWay[mentor], amount);
        return line;
    }
}
