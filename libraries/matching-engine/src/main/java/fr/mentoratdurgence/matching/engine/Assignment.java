package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Supply.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The network of a plan with what its nodes stand for, and what the plan is worth. */
@SuppressWarnings("EnumOrdinal") // the class of an audience within one computation, never stored
final class Assignment {
    static final PriorityAudience[] AUDIENCES = PriorityAudience.values();

    private final Lottery lottery;
    private final Policy policy;
    private final Fit fit;
    private final Scale levels;
    private final Supply supply;
    private final Candidates candidates;
    private final Transport net;
    private final int[] seatsOf;

    /** @param seatsOf seats that count for the floor of each audience */
    Assignment(
            Lottery lottery,
            Policy policy,
            Fit fit,
            Scale levels,
            boolean changes,
            int mostHeld,
            int[] seatsOf,
            int expectedLines,
            int expectedMentors) {
        this.lottery = lottery;
        this.policy = policy;
        this.fit = fit;
        this.levels = levels;
        this.seatsOf = seatsOf;
        supply = new Supply(fit);
        candidates = new Candidates(fit, supply, levels.fit());
        int[] floors = new int[AUDIENCES.length];
        for (PriorityAudience audience : AUDIENCES) {
            floors[audience.ordinal()] = floor(audience);
        }
        net = new Transport(
                floors, levels.floor(), levels.fit(), candidates, changes, mostHeld, expectedLines, expectedMentors);
    }

    Lottery lottery() {
        return lottery;
    }

    Fit fit() {
        return fit;
    }

    Supply supply() {
        return supply;
    }

    Transport net() {
        return net;
    }

    Candidates candidates() {
        return candidates;
    }

    Scale levels() {
        return levels;
    }

    /** Node {@code i} of the network as a line; a withdrawn one has no seats. */
    Asked line(int i) {
        return lines().get(i);
    }

    List<Asked> lines() {
        return candidates.lines();
    }

    int seatsOf(PriorityAudience audience) {
        return seatsOf[audience.ordinal()];
    }

    /** Seats of all lines together. */
    long seats() {
        long seats = 0;
        for (int count : seatsOf) {
            seats += count;
        }
        return seats;
    }

    /** The node and the edges of a line, without its seats. */
    int connect(Asked line) {
        candidates.add(line);
        return net.addLine(
                line.weight() * levels.coverage(), line.line().audience().ordinal());
    }

    /** Brings the first seats of a line in; with them its audience has another floor. */
    void enter(int node, int seats) {
        count(node, seats);
        net.enter(node, seats);
        settleFloor(node);
    }

    /** A line has so many seats more, or fewer, and with them its audience another floor. */
    void changeSeats(int node, int more) {
        count(node, more);
        if (more > 0) {
            net.addSeats(node, more);
        } else {
            net.removeSeats(node, -more);
        }
        settleFloor(node);
    }

    private void count(int node, int more) {
        seatsOf[line(node).line().audience().ordinal()] += more;
    }

    private void settleFloor(int node) {
        PriorityAudience audience = line(node).line().audience();
        net.setFloor(audience.ordinal(), floor(audience));
    }

    private int floor(PriorityAudience audience) {
        return policy.floor(audience, seatsOf(audience));
    }

    /** Lines by node, in the order of their weight, then of the seed. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines().size(); i++) {
            if (net.seats(i) > 0) {
                order.add(i);
            }
        }
        List<Integer> drawn = new ArrayList<>(order.size());
        lottery.draw(order, Comparator.comparing(this::line, Asked.HEAVIEST_FIRST), i -> line(i).key())
                .forEach(line -> drawn.add(line.item()));
        return drawn;
    }

    /** What the plan is worth. */
    Value value() {
        long floors = 0;
        for (int a = 0; a < AUDIENCES.length; a++) {
            floors += Math.min(net.floor(a), net.servedOfClass(a));
        }
        long coverage = 0;
        long points = 0;
        long kept = 0;
        for (int i = 0; i < lines().size(); i++) {
            coverage += line(i).weight() * net.served(i);
            for (int f = net.flowOfLine(i); f >= 0; f = net.nextOfLine(f)) {
                long amount = net.amountOfFlow(f);
                Group group = supply.group(net.mentorOfFlow(f));
                boolean held = line(i).key().equals(group.heldBy());
                kept += held ? amount : 0;
                points += amount * ((net.qualityOfFlow(f) - (held ? 1 : 0)) / levels.fit());
            }
        }
        return new Value(floors, coverage, points, kept);
    }
}
