package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mentors in groups of interchangeable ones, and how to find those who may fit a line without looking at all: by
 * territory, then by subject at the level.
 */
final class Supply {

    /** So much capacity of one mentor in one group. */
    static final class Member {
        final String mentor;
        final boolean first;
        int capacity;

        /** @param first whether the mentor is counted here: a mentor with open proposals is in several groups */
        Member(String mentor, boolean first, int capacity) {
            this.mentor = mentor;
            this.first = first;
            this.capacity = capacity;
        }
    }

    /**
     * Interchangeable mentors: one node of the network.
     *
     * @param excludedLines lines that none of them may be given
     * @param heldBy        line of the open proposals that this capacity stands for
     */
    record Group(
            int node,
            Offered offered,
            Set<String> excludedLines,
            @Nullable String heldBy,
            List<Member> members) {
        int mentors() {
            int count = 0;
            for (Member member : members) {
                count += member.first ? 1 : 0;
            }
            return count;
        }
    }

    private record Key(
            Offered offered,
            Set<String> excludedLines,
            @Nullable String heldBy) {}

    private record Corner(int levels, int subject) {}

    /** Groups of one territory. */
    private static final class Bucket {
        final IntList all = new IntList();
        final Map<Corner, IntList> corners = new HashMap<>();
    }

    private static final int ALL_SUBJECTS = (1 << Subject.values().length) - 1;

    private final Fit fit;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Key, Group> byKey = new HashMap<>();
    private final Map<String, Bucket> byTerritory = new HashMap<>();
    private final Bucket anywhere = new Bucket();

    // what a comparison looks at, by node: side by side in memory
    private long[] early = new long[64];
    private long[] middle = new long[64];
    private long[] late = new long[64];
    private int[] supports = new int[64];
    private int[] channels = new int[64];
    private int[] waitingPoints = new int[64];
    private int[] departements = new int[64];
    private boolean[] plain = new boolean[64];
    private boolean[] held = new boolean[64];
    private final Map<String, Integer> numberOf = new HashMap<>();

    /** By levels: the subjects that each group covers over all of them. */
    private final Map<Integer, IntList> coveredAt = new HashMap<>();

    /** What {@link #find} found, and the points of each. */
    final IntList found = new IntList();

    final IntList points = new IntList();

    Supply(Fit fit) {
        this.fit = fit;
    }

    List<Group> groups() {
        return groups;
    }

    Group group(int node) {
        return groups.get(node);
    }

    /** Whether open proposals hold this capacity. */
    boolean isHeld(int node) {
        return held[node];
    }

    @Nullable
    Group existing(Offered offered, Set<String> excludedLines, @Nullable String heldBy) {
        return byKey.get(new Key(offered, excludedLines, heldBy));
    }

    Group create(Offered offered, Set<String> excludedLines, @Nullable String heldBy) {
        Group group = new Group(groups.size(), offered, excludedLines, heldBy, new ArrayList<>(1));
        groups.add(group);
        byKey.put(new Key(offered, excludedLines, heldBy), group);
        Bucket bucket =
                offered.anywhere ? anywhere : byTerritory.computeIfAbsent(offered.departement, _ -> new Bucket());
        bucket.all.add(group.node);
        bucket.corners.forEach((corner, list) -> {
            if (offered.subjectsAt(corner.levels, 1 << corner.subject) != 0) {
                list.add(group.node);
            }
        });
        coveredAt.forEach((levels, covered) -> covered.add(offered.subjectsAt(levels, ALL_SUBJECTS)));
        note(group.node, offered, excludedLines);
        held[group.node] = heldBy != null;
        return group;
    }

    private void note(int node, Offered offered, Set<String> excludedLines) {
        if (node == early.length) {
            int size = node * 2;
            early = Arrays.copyOf(early, size);
            middle = Arrays.copyOf(middle, size);
            late = Arrays.copyOf(late, size);
            supports = Arrays.copyOf(supports, size);
            channels = Arrays.copyOf(channels, size);
            waitingPoints = Arrays.copyOf(waitingPoints, size);
            departements = Arrays.copyOf(departements, size);
            plain = Arrays.copyOf(plain, size);
            held = Arrays.copyOf(held, size);
        }
        early[node] = offered.slots.early();
        middle[node] = offered.slots.middle();
        late[node] = offered.slots.late();
        supports[node] = offered.supports;
        channels[node] = offered.channels;
        waitingPoints[node] = offered.waitingPoints;
        departements[node] = number(offered.departement);
        plain[node] = fit.plain(offered) && excludedLines.isEmpty();
    }

    private int number(String departement) {
        return numberOf.computeIfAbsent(departement, _ -> numberOf.size());
    }

    /** Finds the groups that fit a line. */
    void find(Asked line) {
        found.clear();
        points.clear();
        int[] covered = covered(line.levels()).items();
        int departement = number(line.line().departement());
        if (fit.byTerritory()) {
            Bucket own = byTerritory.get(line.line().departement());
            if (own != null) {
                find(line, own, covered, departement);
            }
        }
        find(line, anywhere, covered, departement);
    }

    private void find(Asked line, Bucket bucket, int[] covered, int departement) {
        if (bucket.all.size() == 0) {
            return;
        }
        if (!fit.bySubject() || line.subjects() == 0) {
            take(line, bucket.all, 0, covered, departement);
            return;
        }
        int before = 0;
        for (int rest = line.subjects(); rest != 0; rest &= rest - 1) {
            int subject = Integer.numberOfTrailingZeros(rest);
            take(line, corner(bucket, line.levels(), subject), before, covered, departement);
            before |= 1 << subject;
        }
    }

    private IntList corner(Bucket bucket, int levels, int subject) {
        Corner corner = new Corner(levels, subject);
        IntList list = bucket.corners.get(corner);
        if (list == null) {
            IntList covered = covered(levels);
            list = new IntList();
            for (int k = 0; k < bucket.all.size(); k++) {
                int node = bucket.all.get(k);
                if ((covered.get(node) & 1 << subject) != 0) {
                    list.add(node);
                }
            }
            bucket.corners.put(corner, list);
        }
        return list;
    }

    private IntList covered(int levels) {
        return coveredAt.computeIfAbsent(levels, _ -> {
            IntList covered = new IntList();
            groups.forEach(group -> covered.add(group.offered.subjectsAt(levels, ALL_SUBJECTS)));
            return covered;
        });
    }

    /** @param before subjects under which a group was looked at already */
    private void take(Asked line, IntList nodes, int before, int[] covered, int departement) {
        int[] some = nodes.items();
        boolean quick = fit.plain(line);
        boolean supportsMust = fit.bySupport();
        long lineEarly = line.slots().early();
        long lineMiddle = line.slots().middle();
        long lineLate = line.slots().late();
        for (int k = 0, count = nodes.size(); k < count; k++) {
            int node = some[k];
            int subjects = covered[node];
            if ((subjects & before) != 0) {
                continue;
            }
            int worth;
            if (quick && plain[node]) {
                if ((channels[node] & line.channels()) == 0
                        || ((supports[node] & line.supports()) == 0 && supportsMust)) {
                    continue;
                }
                int hours = (late[node] | lineLate) < 0
                        ? SlotSet.HOURS_PER_WEEK
                        : Long.bitCount(early[node] & lineEarly)
                                + Long.bitCount(middle[node] & lineMiddle)
                                + Long.bitCount(late[node] & lineLate);
                worth = fit.points(
                        line, hours, subjects, supports[node], waitingPoints[node], departements[node] == departement);
            } else {
                Group group = groups.get(node);
                worth = group.excludedLines.contains(line.key()) ? Fit.UNFIT : fit.pointsIfFit(line, group.offered);
            }
            if (worth != Fit.UNFIT) {
                found.add(node);
                points.add(worth);
            }
        }
    }
}
