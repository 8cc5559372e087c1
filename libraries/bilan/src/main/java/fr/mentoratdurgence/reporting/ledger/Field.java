package fr.mentoratdurgence.reporting.ledger;

/** The components of contracts that folds read, under the names that they have there. */
public enum Field {
    NEED("need", Form.ID),
    MENTOR("mentor", Form.ID),
    PROPOSAL("proposal", Form.ID),
    PAIR("pair", Form.ID),
    STRUCTURE("structure", Form.ID),
    POLICY("policy", Form.ID),
    CONCERN("concern", Form.ID),
    /** What was shared for a need, one stream for each. */
    PACK("pack", Form.ID),
    /** One act of sharing. */
    SHARE("share", Form.ID),
    REFERENT("referent", Form.ID),
    DEPARTEMENT("departement", Form.CODE),
    ACADEMIE("academie", Form.CODE),
    PRIORITY_AUDIENCE("priorityAudience", Form.CODE),
    LEVEL_BAND("levelBand", Form.CODE),
    KIND("kind", Form.CODE),
    PRIORITY_STATUS("status", Form.CODE),
    ORIGIN("origin", Form.CODE),
    SIDE("side", Form.CODE),
    MISSED_BY("missedBy", Form.CODE),
    REASON("reason", Form.CODE),
    CHANNEL("channel", Form.CODE),
    WAS_CHANNEL("wasChannel", Form.CODE),
    MODULE("module", Form.CODE),
    ASSOCIATION("association", Form.CODE),
    OUTCOME("outcome", Form.CODE),
    STEP("step", Form.CODE),
    AFTERWARDS("afterwards", Form.CODE),
    THEMES("themes", Form.CODES),
    /** Account of who gave a pair to somebody else. */
    FROM("from", Form.ID),
    /** Account of who was given it. */
    TO("to", Form.ID),
    SUPPORT("support", Form.CODES),
    WAS_SUPPORT("wasSupport", Form.CODES),
    LINE("line", Form.COUNT),
    SEAT("seat", Form.COUNT),
    TO_COUNT("toCount", Form.COUNT),
    CAPACITY("capacity", Form.COUNT),
    MINUTES("minutes", Form.COUNT),
    WAS_MINUTES("wasMinutes", Form.COUNT),
    VERSION("version", Form.COUNT),
    NUMBER("number", Form.COUNT),
    /** From 1, badly, to 5, very well. */
    HEALTH("health", Form.COUNT),
    ADULT("adult", Form.FLAG),
    REACHED("reached", Form.FLAG),
    EXCUSED("excused", Form.FLAG),
    PLANNED("planned", Form.FLAG),
    AGAIN("again", Form.FLAG),
    LINES("lines", Form.LINES),
    FLOORS("floors", Form.FLOORS),
    DUE_AT("firstContactDueAt", Form.INSTANT),
    STATED_ON("statedOn", Form.DAY),
    DECLARED_ON("declaredOn", Form.DAY),
    OCCURRED_ON("occurredOn", Form.DAY),
    QUALIFIED_ON("qualifiedOn", Form.DAY),
    APPLIED_ON("appliedOn", Form.DAY),
    HELD_ON("heldOn", Form.DAY),
    /** A second day of a fact: what it takes back. */
    WAS_HELD_ON("wasHeldOn", Form.DAY),
    ACCEPTED_ON("acceptedOn", Form.DAY),
    COMPLETED_ON("completedOn", Form.DAY),
    ACTIVATED_ON("activatedOn", Form.DAY),
    WITHDREW_ON("withdrewOn", Form.DAY),
    NEED_DECLARED_ON("needDeclaredOn", Form.DAY),
    OPENED_ON("openedOn", Form.DAY),
    CONTACTED_ON("contactedOn", Form.DAY),
    PLANNED_ON("plannedOn", Form.DAY),
    INTERRUPTED_ON("interruptedOn", Form.DAY),
    CLOSED_ON("closedOn", Form.DAY),
    ENDED_ON("endedOn", Form.DAY),
    PROPOSED_ON("proposedOn", Form.DAY),
    AGREED_ON("agreedOn", Form.DAY),
    DECLINED_ON("declinedOn", Form.DAY),
    RAISED_ON("raisedOn", Form.DAY),
    DUE_ON("dueOn", Form.DAY),
    ANSWERED_ON("answeredOn", Form.DAY),
    RESOLVED_ON("resolvedOn", Form.DAY),
    TAKEN_ON("takenOn", Form.DAY),
    SHARED_ON("sharedOn", Form.DAY),
    USED_ON("usedOn", Form.DAY),
    RESUMED_ON("resumedOn", Form.DAY),
    DECIDED_ON("decidedOn", Form.DAY),
    HANDED_OVER_ON("handedOverOn", Form.DAY),
    /** A second day of a fact: its last one. */
    UNTIL("until", Form.DAY);

    /** How a component is written. */
    public enum Form {
        ID,
        CODE,
        /** Several codes, or a single one: one word, in their order, with {@code +} between them. */
        CODES,
        /** A whole number from 0. */
        COUNT,
        FLAG,
        DAY,
        INSTANT,
        /** The lines of a need: number, level band, places, kinds of support. */
        LINES,
        /** The floors of a policy: place in the list, audience, percent. */
        FLOORS
    }

    private final String component;
    private final Form form;

    Field(String component, Form form) {
        this.component = component;
        this.form = form;
    }

    /** Its name in the contract. */
    public String component() {
        return component;
    }

    /** How it is written. */
    public Form form() {
        return form;
    }

    /** Where an entry keeps it; never written down anywhere. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
