package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Plan.Pair;
import fr.mentoratdurgence.matching.engine.Supply.Group;
import fr.mentoratdurgence.matching.engine.Supply.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who of a group of interchangeable mentors gets which line: by the seed, and everybody one before anybody a second one.
 */
final class Shares {

    /** Seats of a line with one mentor of a group. */
    record Share(int line, Group group, Member member, int seats) {}

    private final Assignment plan;

    /** Shares by line, in the order of the plan. */
    final Map<Integer, List<Share>> byLine = new LinkedHashMap<>();

    /** Capacity that is left, by mentor. */
    final Map<String, Integer> left = new HashMap<>();

    Shares(Assignment plan) {
        this.plan = plan;
        Transport net = plan.net();
        List<Integer> order = plan.order();
        int[] rank = new int[net.lines()];
        for (int k = 0; k < order.size(); k++) {
            rank[order.get(k)] = k;
            byLine.put(order.get(k), new ArrayList<>(1));
        }
        for (Group group : plan.supply().groups()) {
            share(group, rank);
        }
    }

    private void share(Group group, int[] rank) {
        Transport net = plan.net();
        List<Member> members = new ArrayList<>(group.members());
        if (members.size() > 1) {
            members.sort(plan.lottery().order((Member m) -> m.mentor));
        }
        int[] given = new int[members.size()];
        List<Integer> flows = new ArrayList<>(1);
        for (int f = net.flowOfMentor(group.node()); f >= 0; f = net.nextOfMentor(f)) {
            flows.add(f);
        }
        flows.sort(Comparator.comparingInt(f -> rank[net.lineOfFlow(f)]));
        int round = 1;
        int at = -1;
        for (int f : flows) {
            int line = net.lineOfFlow(f);
            Map<Integer, Integer> seats = new LinkedHashMap<>();
            for (int k = net.amountOfFlow(f); k > 0; k--) {
                do {
                    at++;
                    if (at == given.length) {
                        at = 0;
                        round++;
                    }
                } while (members.get(at).capacity < round);
                given[at]++;
                seats.merge(at, 1, Integer::sum);
            }
            List<Share> shares = byLine.computeIfAbsent(line, _ -> new ArrayList<>(1));
            seats.forEach((who, count) -> shares.add(new Share(line, group, members.get(who), count)));
        }
        for (int k = 0; k < given.length; k++) {
            left.merge(members.get(k).mentor, members.get(k).capacity - given[k], Integer::sum);
        }
    }

    /** One pair for each line and mentor. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        byLine.forEach((line, shares) -> {
            Asked asked = plan.line(line);
            Map<String, Pair> ofLine = new LinkedHashMap<>();
            for (Share share : shares) {
                int points = points(asked, share.group());
                ofLine.merge(
                        share.member().mentor,
                        new Pair(
                                asked.line().need(), asked.line().line(), share.member().mentor, share.seats(), points),
                        (a, b) -> new Pair(a.need(), a.line(), a.mentor(), a.seats() + b.seats(), a.points()));
            }
            pairs.addAll(ofLine.values());
        });
        return pairs;
    }

    /** What a pair counts in all: the line's audience and wait, and the fit. */
    int points(Asked line, Group group) {
        return Math.toIntExact(line.weight() - 1 + plan.fit().points(line, group.offered()));
    }
}
