package fr.mentoratdurgence.matching.engine;

import static fr.mentoratdurgence.matching.engine.Labels.BY_CLASS;
import static fr.mentoratdurgence.matching.engine.Labels.FAR;
import static fr.mentoratdurgence.matching.engine.Labels.NONE;
import static fr.mentoratdurgence.matching.engine.Labels.START;

/** The shortest way from a broken condition to the root: where a seat, or the place of one, can go. */
final class WayOut extends Way {
    private final Foresight fromLines = new Foresight();
    private final Foresight fromMentors = new Foresight();
    private final Foresight fromDearer = new Foresight();

    private int startLine = NONE;

    // the edges of one line that a wide look takes
    private int[] taken = new int[Transport.MOST_HELD];

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
    private int[] worthOfWay;

    WayOut(Network net, Labels labels) {
        super(net, labels);
        read();
    }

    private void begin(long bound) {
        labels.begin(bound);
        read();
    }

    /** Between two searches arrays may have grown. */
    private void read() {
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
        foresee(!net.changes || fromLines.far());
        reach(line, 0, START);
        run();
        learn(fromLines);
        startLine = NONE;
        swap = NONE;
    }

    /** Who could take over from a mentor with less capacity than load. */
    void fromMentor(int mentor) {
        begin(FAR);
        labels.seeMentor(mentor, 0, START, 0);
        Foresight alike = mentors.rose[mentor] ? fromDearer : fromMentors;
        foresee(alike.far());
        settle(mentor, 0);
        run();
        learn(alike);
    }

    /** Where a class under its floor could have another seat served. */
    void fromClass(int audience) {
        begin(classes.bonus - classes.v[audience]);
        foresee(false);
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
            if (node >= 0) {
                if (distanceOfMentor[node] == distance) {
                    settle(node, distance);
                }
            } else if (~node >= classes.v.length) {
                look(~node - classes.v.length, distance);
            } else if (!labels.settledClass[~node] && labels.distanceOfClass[~node] == distance) {
                settleClass(~node, distance);
            }
        }
    }

    /** The line is as near as it can be: where could its seat go? */
    private void reach(int line, long distance, int way) {
        labels.seenLines.add(line);
        distanceOfLine[line] = distance;
        wayOfLine[line] = way;
        if (line != startLine && served[line] > 0) {
            drop(line, distance);
        }
        look(line, distance);
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

    /**
     * Looks along the edges of a line that is reached. At first only mentors who are no farther than the line are taken;
     * of the others only a distance is kept in mind that none is nearer than, as the moment to look again: most searches
     * end before. The second look takes them all, and so does the first of a search that goes far.
     */
    private void look(int line, long now) {
        long reached = distanceOfLine[line];
        long next = look(line, now, reached + z[line], mentorOf, quality, first[line], end[line]);
        if (net.open.is[line]) {
            long others = reached + net.open.slack(line, z[line]);
            if (others <= now && now < labels.best) {
                Candidates candidates = net.candidates;
                candidates.find(line);
                int count = candidates.mentors.size();
                next = look(
                        line, now, reached + z[line], candidates.mentors.items(), candidates.worths.items(), 0, count);
                net.hold(line);
            } else {
                next = Math.min(next, others);
            }
        }
        if (next < labels.best) {
            labels.queue.add(next, ~(classes.v.length + line));
        }
    }

    /** Takes mentors to whom these edges lead; no nearer than what it returns is any who was not taken. */
    private long look(int line, long now, long start, int[] to, int[] worth, int from, int stop) {
        boolean all = takesAll(now, distanceOfLine[line]);
        if (all && startLine == NONE) { // from a line, what its seat is worth is soon too far
            lookWide(line, start, to, worth, from, stop);
            return FAR;
        }
        long next = all ? FAR : now + labels.step + 1;
        long most = Math.min(next, labels.best) - 1;
        int e = nearer(to, worth, from, stop, start, price, distanceOfMentor, most);
        while (e < stop) {
            int j = to[e];
            long d = start + price[j] - worth[e];
            if (load[j] < capacity[j]) {
                end(j, d, line, worth[e]);
                if (d <= now) {
                    return FAR;
                }
                most = d - 1;
            } else if (capacity[j] > 0 || net.changes) {
                if (all || d <= now) {
                    see(j, d, line, worth[e]);
                } else {
                    next = d;
                    most = d;
                }
            }
            e = nearer(to, worth, e + 1, stop, start, price, distanceOfMentor, most);
        }
        return next;
    }

    /** Takes all mentors to whom these edges lead, where few are too far: the edges first, then what they say. */
    private void lookWide(int line, long start, int[] to, int[] worth, int from, int stop) {
        if (taken.length < stop - from) {
            taken = new int[2 * (stop - from)];
        }
        long most = labels.best - 1;
        int count = unseen(to, worth, from, stop, start, price, distanceOfMentor, most, taken);
        for (int k = 0; k < count; k++) {
            int e = taken[k];
            int j = to[e];
            long d = start + price[j] - worth[e];
            if (d <= most && load[j] < capacity[j]) {
                end(j, d, line, worth[e]);
                most = d - 1;
            } else if (d <= most && (capacity[j] > 0 || net.changes)) {
                see(j, d, line, worth[e]);
            }
        }
    }

    /** Which of the edges lead to a mentor nearer than any way before; what most edges fail is asked first. */
    private static int unseen(
            int[] to,
            int[] worth,
            int from,
            int stop,
            long start,
            long[] prices,
            long[] nearest,
            long most,
            int[] taken) {
        int count = 0;
        for (int e = from; e < stop; e++) {
            int j = to[e];
            long d = start + prices[j] - worth[e];
            if (d < nearest[j] && d <= most) {
                taken[count++] = e;
            }
        }
        return count;
    }

    private void end(int mentor, long distance, int line, int worth) {
        wayOfMentor[mentor] = line;
        worthOfWay[mentor] = worth;
        labels.endAtMentor(mentor, distance);
    }

    private void see(int mentor, long distance, int line, int worth) {
        if (distanceOfMentor[mentor] == FAR) {
            labels.seenMentors.add(mentor);
        }
        distanceOfMentor[mentor] = distance;
        wayOfMentor[mentor] = line;
        worthOfWay[mentor] = worth;
        labels.queue.add(distance, mentor);
    }

    private void settle(int mentor, long distance) {
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
        for (int k = 0; k < labels.seenLines.size(); k++) {
            int line = labels.seenLines.get(k);
            lines.z[line] -= labels.change(labels.distanceOfLine[line]);
        }
        for (int k = 0; k < labels.seenMentors.size(); k++) {
            int mentor = labels.seenMentors.get(k);
            mentors.change(mentor, labels.change(labels.distanceOfMentor[mentor]));
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
            line = labels.wayOfMentor[labels.endMentor];
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
                line = labels.wayOfMentor[mentor];
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
        int line = labels.wayOfMentor[mentor];
        flows.increase(line, mentor, labels.worthOfWay[mentor], amount);
        return line;
    }
}
