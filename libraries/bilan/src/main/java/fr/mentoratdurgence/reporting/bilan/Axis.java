package fr.mentoratdurgence.reporting.bilan;

import java.util.Comparator;
import java.util.List;

/** By what a figure is broken down. */
public enum Axis {
    LEVEL_BAND("levelBand", "CP_CE2 CM1_CM2 COLLEGE_6_5 COLLEGE_4_3 LYCEE_GT LYCEE_PRO"),
    PRIORITY_AUDIENCE("priorityAudience", "REP_PLUS REP QPV RURAL_FRAGILE NONE"),
    DEPARTEMENT("departement"),
    SIDE("side", "MENTOR YOUTH STRUCTURE REFERENT OPERATION"),
    INTERRUPTION_REASON("interruptionReason"),
    DECLINE_REASON("declineReason"),
    NEED_WITHDRAWAL_REASON("needWithdrawalReason"),
    MENTOR_WITHDRAWAL_REASON("mentorWithdrawalReason"),
    PROPOSAL_ORIGIN("proposalOrigin", "RUN MANUAL"),
    CHANNEL("channel", "VIDEO PHONE MESSAGING"),
    OVERDUE_NOW("overdueNow", "WAITING CONFIRMED_LATE ENDED"),
    SOURCE("source"),
    UNKNOWN_TYPE("unknownType"),
    UNREADABLE_TYPE("unreadableType"),
    ACADEMIE("academie"),
    STRUCTURE_KIND("structureKind", "SCHOOL ASSOCIATION SOCIAL_CENTRE LOCAL_AUTHORITY PRE CITE_EDUCATIVE OTHER"),
    SIDE_AND_REASON("sideAndReason"),
    EXCUSED("excused", "EXCUSED UNEXCUSED"),
    /** Weeks of pairs by minutes spent together. */
    WEEKLY_MINUTES("weeklyMinutes", "NONE UNDER_60 FROM_60_TO_120 OVER_120"),
    /** ISO weeks, such as 2020-W17. */
    WEEK("week"),
    /** Référents by pairs that they accompany. */
    LOAD("load", "FROM_1_TO_5 FROM_6_TO_10 FROM_11_TO_20 FROM_21_TO_40 OVER_40"),
    /** Facts by days between the day on which they happened and the day of their record. */
    LATENESS("lateness", "SAME_DAY NEXT_DAY WITHIN_A_WEEK WITHIN_A_MONTH LATER"),
    CONTRADICTION("contradiction"),
    /** Members of the Collectif, and those who come through none. */
    MEMBER_ASSOCIATION("memberAssociation"),
    /** Kinds of support. */
    SUPPORT("support", "HOMEWORK METHOD CULTURE LISTENING ORIENTATION"),
    CHECK_IN("checkIn", "ANSWERED ANSWERED_LATE OVERDUE WAITING"),
    /** How a pair goes, from 1, badly, to 5, very well. */
    HEALTH("health", "1 2 3 4 5"),
    /** What people say beside how a pair goes. */
    THEME(
            "theme",
            "REGULAR_SESSIONS GOOD_RELATION PROGRESS FAMILY_PLEASED HARD_TO_REACH TIMES_DO_NOT_SUIT EQUIPMENT LEVEL_TOO_FAR"
                    + " MOTIVATION MENTOR_NEEDS_HELP FAMILY_WORRIED"),
    /** Steps after a first contact that nobody confirmed. */
    CHASE("chase", "LETTERS CALL ALERT"),
    /** What came of it, by the step that was taken last. */
    AFTER_CHASE("afterChase", "AFTER_LETTERS AFTER_CALL AFTER_ALERT ENDED WAITING"),
    /** What becomes of a place. */
    SEAT("seat", "REPLACE CLOSE HOLD WAITING"),
    HAND_OVER("handOver", "FOR_GOOD FOR_A_TIME BACK"),
    ALERT("alert"),
    ALERT_OUTCOME("alertOutcome"),
    PAUSE_REASON("pauseReason", "MENTOR_AWAY YOUTH_AWAY HOLIDAYS OTHER"),
    STEP("step", "CALL WARNING PROBATION PROBATION_ENDED"),
    EXIT_OUTCOME("exitOutcome", "HELPED_A_LOT HELPED HELPED_LITTLE DID_NOT_HELP"),
    /** For whom something is. */
    FOR_WHOM("forWhom", "MENTOR STRUCTURE FAMILY"),
    /** So many weeks after a beginning. */
    AFTER_WEEKS("afterWeeks", "2 4 8"),
    /** What a curve comes to; WEEKS: cases that were watched for so many weeks or longer. */
    STATISTIC("statistic", "CASES ENDED OPEN WEEKS_2 WEEKS_4 WEEKS_8 MEDIAN_LOW MEDIAN_HIGH P90 P90_LOW P90_HIGH"),
    /** Share of the cases that still go on after so many days. */
    STILL("still"),
    /** Bounds of that share, 95 %. */
    STILL_LOW("stillLow"),
    STILL_HIGH("stillHigh");

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

    /** The unit of a row along this axis: the points of a curve are shares, and it is of cases. */
    public String unit(Indicator indicator, String key) {
        return switch (this) {
            case STILL, STILL_LOW, STILL_HIGH -> "share";
            case STATISTIC -> key.matches("CASES|ENDED|OPEN|WEEKS_\\d") ? "cases" : indicator.unit();
            default -> indicator.unit();
        };
    }

    /** Whether its codes have an order of their own. */
    public boolean isOrdered() {
        return !codesInOrder.isEmpty();
    }

    /** The closed codes in the order in which people read them, then codes that this build does not know. */
    public Comparator<String> readingOrder() {
        List<String> order = List.of(codesInOrder.split(" ", -1));
        return Comparator.comparingInt((String key) -> order.contains(key) ? order.indexOf(key) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
