package fr.mentoratdurgence.followup.staff;

/** What somebody of the team does; the group of the realm gives the role. */
public enum StaffRole {
    REFERENT("referents", false),
    COORDINATOR("coordinators", true),
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

    /** Whether a second coordinator has to agree: this role opens doors of everybody. */
    boolean confirmed() {
        return confirmed;
    }
}
