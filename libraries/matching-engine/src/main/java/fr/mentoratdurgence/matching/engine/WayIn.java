package fr.mentoratdurgence.matching.engine;

import static fr.mentoratdurgence.matching.engine.Labels.BY_CLASS;
import static fr.mentoratdurgence.matching.engine.Labels.FAR;
import static fr.mentoratdurgence.matching.engine.Labels.NONE;
import static fr.mentoratdurgence.matching.engine.Labels.START;

/** The shortest way from the root to a broken condition, searched backwards: which seat can use what became free. */
final class WayIn extends Way {
    private final Foresight toMentors = new Foresight();
    private final Foresight toDearer = new Foresight();
    private Columns columns;

    WayIn(Network net, Labels labels) {
        super(net, labels);
        columns = net.columns();
    }

    private void begin(long bound) {
        labels.begin(bound);
        columns = net.columns();
        foresee(false);
    }

    /** Which seat can use the capacity of a mentor that has a price and some left. */
    void toMentor(int mentor) {
        begin(mentors.price[mentor]);
        Foresight alike = mentors.rose[mentor] ? toDearer : toMentors;
        foresee(alike.far());
        from(mentor, 0, START);
        run();
        learn(alike);
    }

    /** Which seat can be served instead of one of a class above its floor. */
    void toClass(int audience) {
        begin(classes.v[audience]);
        labels.seeClass(audience, 0, START);
        fromClass(audience, 0);
        run();
    }

    /**
     * What one more mentor with capacity 1 would add to the sum, without adding one.
     *
     * @param toLines lines that he or she would fit, each with the quality of the pair
     */
    long worthOfMentor(int[] toLines, int[] qualities, int count) {
        long most = 0;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, qualities[k] - lines.z[toLines[k]]);
        }
        if (most == 0) {
            return 0;
        }
        begin(most);
        for (int k = 0; k < count; k++) {
            int i = toLines[k];
            toward(i, most - (qualities[k] - lines.z[i]), START, 0);
        }
        run();
        return most - labels.best;
    }

    private void run() {
        MonotoneQueue queue = labels.queue;
        for (long distance = queue.nearest(); distance < labels.best; distance = queue.nearest()) {
            int node = queue.take();
            if (node < 0) {
                look(~node, distance);
            } else if (labels.distanceOfLine[node] == distance) {
                settle(node, distance);
            }
        }
    }

    /** From here the line's seat reaches the broken condition over a distance, by the given mentor or class. */
    private void toward(int line, long distance, int way, int worth) {
        if (distance < labels.best && distance < labels.distanceOfLine[line]) {
            see(line, distance, way, worth);
            labels.queue.add(distance, line);
            end(line, distance);
        }
    }

    private void see(int line, long distance, int way, int worth) {
        labels.seeLine(line, distance, way);
        labels.worthOfLineWay[line] = worth;
    }

    /**
     * Notes who could take the seat at once, so that nothing that is as far is looked at any more.
     *
     * @return whether that is nearer than any end before
     */
    private boolean end(int line, long distance) {
        long before = labels.best;
        if (lines.served[line] < lines.seats[line]) {
            int a = lines.classOf[line];
            long entry = classes.served[a] < classes.floor[a] ? 0 : classes.v[a];
            if (distance + entry < labels.best) {
                labels.endAtLine(line, distance + entry);
            }
        }
        int[] mentorOf = flows.mentor;
        int[] next = flows.nextOfLine;
        long[] prices = mentors.price;
        for (int f = flows.firstOfLine[line]; f != NONE; f = next[f]) {
            long end = distance + prices[mentorOf[f]];
            if (end < labels.best) {
                labels.endAtMentor(mentorOf[f], end);
                labels.endFlow = f;
            }
        }
        return labels.best < before;
    }

    private void settle(int line, long distance) {
        int a = lines.classOf[line];
        if (lines.served[line] < lines.seats[line]
                && classes.served[a] >= classes.floor[a]
                && classes.v[a] > 0
                && !labels.hasSeen(a)) {
            labels.seeClass(a, distance, line);
            fromClass(a, distance);
        }
        for (int f = flows.firstOfLine[line]; f != NONE && distance < labels.best; f = flows.nextOfLine[f]) {
            if (labels.distanceOfMentor[flows.mentor[f]] == FAR) {
                from(flows.mentor[f], distance, f);
            }
        }
    }

    /** A seat of the mentor may move on over the flow; who takes its place? */
    private void from(int mentor, long distance, int way) {
        labels.seeMentor(mentor, distance, way, 0);
        look(mentor, distance);
        long start = distance + mentors.price[mentor];
        long[] nearest = labels.distanceOfLine;
        long[] z = lines.z;
        IntList open = net.candidates.openLinesNear(mentor);
        for (int k = 0; k < open.size() && distance < labels.best; k++) {
            int line = open.get(k);
            if (distance < nearest[line] && start + z[line] - net.open.topWorth[line] < labels.best) {
                int worth = net.candidates.worth(line, mentor);
                if (worth != Fit.UNFIT) {
                    toward(line, start + z[line] - worth, mentor, worth);
                }
            }
        }
    }

    /**
     * Looks along the edges of a mentor. At first only lines that are no farther than the mentor are taken, and those that
     * bring the end nearer; of the others only a distance is kept in mind that none is nearer than, as the moment to look
     * again: most searches end before. The second look takes them all.
     */
    private void look(int mentor, long now) {
        long start = labels.distanceOfMentor[mentor] + mentors.price[mentor];
        long[] nearest = labels.distanceOfLine;
        long[] z = lines.z;
        int[] of = columns.lineOf;
        int[] worths = columns.worthOf;
        int stop = columns.end[mentor];
        boolean all = takesAll(now, labels.distanceOfMentor[mentor]);
        long next = all ? FAR : now + labels.step + 1;
        long most = Math.min(next, labels.best) - 1;
        int c = next(all, of, worths, columns.first[mentor], stop, start, z, nearest, most);
        while (c < stop) {
            int line = of[c];
            long d = start + z[line] - worths[c];
            if (end(line, d) || all || d <= now) {
                see(line, d, mentor, worths[c]);
                labels.queue.add(d, line);
                most = Math.min(most, labels.best - 1);
            } else {
                next = d;
                most = d;
            }
            c = next(all, of, worths, c + 1, stop, start, z, nearest, most);
        }
        if (next < labels.best) {
            labels.queue.add(next, ~mentor);
        }
    }

    private void fromClass(int audience, long distance) {
        labels.settleClass(audience, distance);
        IntList all = classes.lines[audience];
        for (int k = 0; k < all.size(); k++) {
            int line = all.get(k);
            if (lines.served[line] > 0) {
                toward(line, distance + net.worthOfSeat(line), BY_CLASS, 0);
            }
        }
    }

    /** Prices after the search: what is nearer than the end becomes cheaper, so that all conditions hold again. */
    void finish() {
        net.open.drop(labels.best);
        for (int k = 0; k < labels.seenLines.size(); k++) {
            int line = labels.seenLines.get(k);
            lines.z[line] += labels.change(labels.distanceOfLine[line]);
        }
        for (int k = 0; k < labels.seenMentors.size(); k++) {
            int mentor = labels.seenMentors.get(k);
            mentors.change(mentor, -labels.change(labels.distanceOfMentor[mentor]));
        }
        for (int a = 0; a < classes.v.length; a++) {
            if (labels.hasSettled(a)) {
                classes.v[a] -= labels.change(labels.distanceOfClass[a]);
                lift(a);
            }
        }
    }

    /** A line without any seat served is worth nothing, not less than nothing. */
    private void lift(int audience) {
        IntList all = classes.lines[audience];
        for (int k = 0; k < all.size(); k++) {
            int line = all.get(k);
            lines.z[line] = Math.max(lines.z[line], -classes.v[audience] - lines.base[line]);
        }
    }

    /** How many seats can move along the way that was found. */
    int bottleneck() {
        int most;
        int line;
        if (labels.endMentor != NONE) {
            most = flows.amount[labels.endFlow];
            line = flows.line[labels.endFlow];
        } else {
            line = labels.endLine;
            most = lines.seats[line] - lines.served[line];
            int a = lines.classOf[line];
            if (classes.served[a] < classes.floor[a]) {
                most = Math.min(most, classes.floor[a] - classes.served[a]);
            } else if (classes.v[a] > 0) {
                most = 1;
            }
        }
        while (true) {
            if (labels.wayOfLine[line] == BY_CLASS) {
                most = Math.min(most, lines.served[line]);
                int next = labels.wayOfClass[lines.classOf[line]];
                if (next == START) {
                    return most;
                }
                line = next;
                most = Math.min(most, lines.seats[line] - lines.served[line]);
            } else {
                int f = labels.wayOfMentor[labels.wayOfLine[line]];
                if (f == START) {
                    return most;
                }
                most = Math.min(most, flows.amount[f]);
                line = flows.line[f];
            }
        }
    }

    /** Moves so many seats along the way that was found. */
    void shift(int amount) {
        int line;
        if (labels.endMentor != NONE) {
            mentors.load[labels.endMentor] -= amount;
            line = flows.line[labels.endFlow];
            flows.reduce(labels.endFlow, amount);
        } else {
            line = labels.endLine;
            lines.served[line] += amount;
            classes.served[lines.classOf[line]] += amount;
        }
        while (true) {
            if (labels.wayOfLine[line] == BY_CLASS) {
                lines.served[line] -= amount;
                int next = labels.wayOfClass[lines.classOf[line]];
                if (next == START) {
                    return;
                }
                line = next;
                lines.served[line] += amount;
            } else {
                int mentor = labels.wayOfLine[line];
                flows.increase(line, mentor, labels.worthOfLineWay[line], amount);
                if (net.open.is[line]) {
                    net.open.forget(line);
                }
                int f = labels.wayOfMentor[mentor];
                if (f == START) {
                    return;
                }
                line = flows.line[f];
                flows.reduce(f, amount);
            }
        }
    }
}
