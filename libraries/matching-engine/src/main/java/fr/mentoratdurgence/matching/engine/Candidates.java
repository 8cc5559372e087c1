package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Supply.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who fits whom and what each pair is worth, by the nodes of the network. Found anew each time that it is asked: where
 * mentors come anywhere, there are more pairs than memory should hold.
 */
final class Candidates {
    private final Fit fit;
    private final Supply supply;
    private final long unit;
    private final List<Asked> lines = new ArrayList<>();
    private final IntList all = new IntList();
    private final Map<String, IntList> byDepartement = new HashMap<>();
    private final IntList open = new IntList();
    private final Map<String, IntList> openByDepartement = new HashMap<>();
    private final IntList none = new IntList();
    private int foundFor = -1;
    private int foundAmong;

    /** The mentors that {@link #find} found, and the worth of each. */
    final IntList mentors = new IntList();

    final IntList worths = new IntList();

    /** @param unit what one point of fit counts */
    Candidates(Fit fit, Supply supply, long unit) {
        this.fit = fit;
        this.supply = supply;
        this.unit = unit;
    }

    List<Asked> lines() {
        return lines;
    }

    /** The next node is this line. */
    void add(Asked line) {
        int node = lines.size();
        lines.add(line);
        all.add(node);
        near(byDepartement, line).add(node);
    }

    /** The network does not hold all pairs of this line. */
    void open(int line) {
        open.add(line);
        near(openByDepartement, lines.get(line)).add(line);
    }

    /** Finds all mentors that fit a line. */
    void find(int line) {
        if (line == foundFor && supply.groups().size() == foundAmong) {
            return;
        }
        foundFor = line;
        foundAmong = supply.groups().size();
        Asked asked = lines.get(line);
        supply.find(asked);
        mentors.clear();
        worths.clear();
        for (int k = 0; k < supply.found.size(); k++) {
            int mentor = supply.found.get(k);
            mentors.add(mentor);
            int points = supply.points.get(k);
            worths.add(
                    supply.isHeld(mentor)
                            ? worth(asked, supply.group(mentor), points)
                            : Math.toIntExact(points * unit));
        }
    }

    /** The most that a pair of those found is worth. */
    int mostWorth() {
        int most = Integer.MIN_VALUE;
        for (int k = 0; k < worths.size(); k++) {
            most = Math.max(most, worths.get(k));
        }
        return most;
    }

    /** Lines that a mentor may fit: by territory. */
    IntList linesNear(int mentor) {
        return near(mentor, all, byDepartement);
    }

    /** Of these the lines whose pairs the network does not hold. */
    IntList openLinesNear(int mentor) {
        return near(mentor, open, openByDepartement);
    }

    /** What the pair is worth, or {@link Fit#UNFIT}. */
    int worth(int line, int mentor) {
        Asked asked = lines.get(line);
        Group group = supply.group(mentor);
        int points = fit.pointsIfFit(asked, group.offered());
        return points == Fit.UNFIT || group.excludedLines().contains(asked.key())
                ? Fit.UNFIT
                : worth(asked, group, points);
    }

    private int worth(Asked line, Group group, int points) {
        return Math.toIntExact(points * unit + (line.key().equals(group.heldBy()) ? 1 : 0));
    }

    private IntList near(int mentor, IntList every, Map<String, IntList> near) {
        Group group = supply.group(mentor);
        return group.offered().anywhere ? every : near.getOrDefault(group.offered().departement, none);
    }

    private static IntList near(Map<String, IntList> lists, Asked line) {
        return lists.computeIfAbsent(line.line().departement(), _ -> new IntList());
    }
}
