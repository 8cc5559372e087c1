package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Fit.Asked;
import fr.mentoratdurgence.matching.engine.Fit.Offered;
import java.util.ArrayList;
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

    private final Fit fit;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Key, Group> byKey = new HashMap<>();
    private final Map<String, Bucket> byTerritory = new HashMap<>();
    private final Bucket anywhere = new Bucket();

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
        return group;
    }

    /** Finds the groups that fit a line. */
    void find(Asked line) {
        found.clear();
        points.clear();
        if (fit.byTerritory()) {
            Bucket own = byTerritory.get(line.line().departement());
            if (own != null) {
                find(line, own);
            }
        }
        find(line, anywhere);
    }

    private void find(Asked line, Bucket bucket) {
        if (!fit.bySubject() || line.subjects() == 0) {
            take(line, bucket.all, 0);
            return;
        }
        int before = 0;
        for (int rest = line.subjects(); rest != 0; rest &= rest - 1) {
            int subject = Integer.numberOfTrailingZeros(rest);
            take(line, corner(bucket, line.levels(), subject), before);
            before |= 1 << subject;
        }
    }

    private IntList corner(Bucket bucket, int levels, int subject) {
        Corner corner = new Corner(levels, subject);
        IntList list = bucket.corners.get(corner);
        if (list == null) {
            list = new IntList();
            for (int k = 0; k < bucket.all.size(); k++) {
                int node = bucket.all.get(k);
                if (groups.get(node).offered.subjectsAt(levels, 1 << subject) != 0) {
                    list.add(node);
                }
            }
            bucket.corners.put(corner, list);
        }
        return list;
    }

    /** @param before subjects under which a group was looked at already */
    private void take(Asked line, IntList nodes, int before) {
        for (int k = 0; k < nodes.size(); k++) {
            Group group = groups.get(nodes.get(k));
            Offered mentor = group.offered;
            int worth = fit.pointsIfFit(line, mentor);
            if (worth != Fit.UNFIT
                    && (before == 0 || mentor.subjectsAt(line.levels(), before) == 0)
                    && !group.excludedLines.contains(line.key())) {
                found.add(group.node);
                points.add(worth);
            }
        }
    }
}
