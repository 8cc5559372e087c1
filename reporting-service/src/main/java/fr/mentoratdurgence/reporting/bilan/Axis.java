package fr.mentoratdurgence.reporting.bilan;

import java.util.Comparator;
import java.util.List;

/** By what a figure is broken down. */
public enum Axis {
    LEVEL_BAND("levelBand", "CP_CE2 CM1_CM2 COLLEGE_6_5 COLLEGE_4_3 LYCEE_GT LYCEE_PRO"),
    PRIORITY_AUDIENCE("priorityAudience", "REP_PLUS REP QPV RURAL_FRAGILE NONE"),
    DEPARTEMENT("departement"),
    SIDE("side", "MENTOR YOUTH STRUCTURE OPERATION"),
    INTERRUPTION_REASON("interruptionReason"),
    DECLINE_REASON("declineReason"),
    NEED_WITHDRAWAL_REASON("needWithdrawalReason"),
    MENTOR_WITHDRAWAL_REASON("mentorWithdrawalReason"),
    PROPOSAL_ORIGIN("proposalOrigin", "RUN MANUAL"),
    CHANNEL("channel", "VIDEO PHONE MESSAGING"),
    OVERDUE_NOW("overdueNow", "WAITING CONFIRMED_LATE ENDED"),
    SOURCE("source"),
    UNKNOWN_TYPE("unknownType"),
    UNREADABLE_TYPE("unreadableType");

    private final String code;
    private final String codesInOrder;

    Axis(String code) {
        this(code, "");
    }

    Axis(String code, String codesInOrder) {
        this.code = code;
        this.codesInOrder = codesInOrder;
    }

    /** Its name in the outputs. */
    public String code() {
        return code;
    }

    /** The closed codes in the order in which people read them, then codes that this build does not know. */
    public Comparator<String> readingOrder() {
        List<String> order = List.of(codesInOrder.split(" ", -1));
        return Comparator.comparingInt((String key) -> order.contains(key) ? order.indexOf(key) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
