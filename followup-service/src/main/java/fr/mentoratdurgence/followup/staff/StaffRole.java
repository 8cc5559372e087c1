package fr.mentoratdurgence.followup.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody of the team does; the group of the realm gives the role. */
public enum StaffRole {
    REFERENT("referents", false),
    COORDINATOR("coordinators", true),
    /** Leads interviews with volunteers, and sees nothing else. */
    SCREENER("screeners", false),
    ANALYST("analysts", false),
    OPS("operations", true),
    ASSOCIATION("associations", false);

    private final String group;
    private final boolean confirmed;

    StaffRole(String group, boolean confirmed) {
        this.group = group;
        this.confirmed = confirmed;
    }

    /** Group of the realm whose members have this role. */
    String group() {
        return group;
    }

    /** The one role that these groups give; empty where they give none, or several. */
    static Optional<StaffRole> of(List<String> groups) {
        List<StaffRole> given = Arrays.stream(values())
                .filter(role -> groups.contains(role.group()))
                .toList();
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }

    /** The groups of the other roles. */
    static List<String> groupsBut(String group) {
        return Arrays.stream(values())
                .map(StaffRole::group)
                .filter(other -> !other.equals(group))
                .toList();
    }

    /** Whether a second coordinator has to agree: this role opens doors of everybody. */
    boolean confirmed() {
        return confirmed;
    }
}
