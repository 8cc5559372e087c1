package fr.mentoratdurgence.reporting.ledger;

import static fr.mentoratdurgence.reporting.ledger.Field.*;
import static fr.mentoratdurgence.reporting.ledger.Field.AGREED_ON;
import static fr.mentoratdurgence.reporting.ledger.Field.ASSOCIATION;
import static fr.mentoratdurgence.reporting.ledger.Field.CONCERN;
import static fr.mentoratdurgence.reporting.ledger.Field.DECLINED_ON;
import static fr.mentoratdurgence.reporting.ledger.Field.FLOORS;
import static fr.mentoratdurgence.reporting.ledger.Field.POLICY;
import static fr.mentoratdurgence.reporting.ledger.Field.PROPOSED_ON;
import static fr.mentoratdurgence.reporting.ledger.Field.RAISED_ON;
import static fr.mentoratdurgence.reporting.ledger.Field.VERSION;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract that folds read, with what they read of it: what must be there, what may be, and which component says on
 * what day it happened. What no fold uses is left out and is not even decoded.
 */
public enum Kind {
    STRUCTURE_REGISTERED("needs.structure-registered.v1", STRUCTURE, null, must(KIND), may(DEPARTEMENT, ACADEMIE)),
    PRIORITY_STATUS_RECORDED("needs.priority-status-recorded.v1", STRUCTURE, STATED_ON, must(PRIORITY_STATUS), may()),
    STRUCTURE_VERIFIED("needs.structure-verified.v1", STRUCTURE, null, must(), may()),
    NEED_DECLARED(
            "needs.need-declared.v1",
            NEED,
            DECLARED_ON,
            must(DEPARTEMENT, PRIORITY_AUDIENCE, LINES),
            may(STRUCTURE, ACADEMIE, ORIGIN)),
    NEED_REFERENT_ASSIGNED("needs.need-referent-assigned.v1", NEED, null, must(REFERENT), may()),
    CONTACT_ATTEMPTED("needs.contact-attempted.v1", NEED, OCCURRED_ON, must(REACHED), may(REFERENT)),
    NEED_QUALIFIED(
            "needs.need-qualified.v1",
            NEED,
            QUALIFIED_ON,
            must(DEPARTEMENT, PRIORITY_AUDIENCE, LINES),
            may(STRUCTURE, ACADEMIE, REFERENT)),
    NEED_LINE_COUNT_REVISED("needs.need-line-count-revised.v1", NEED, null, must(LINE, TO_COUNT), may()),
    NEED_WITHDRAWN("needs.need-withdrawn.v1", NEED, null, must(REASON), may()),
    CONTACT_ATTEMPT_UNDONE("needs.contact-attempt-undone.v1", NEED, OCCURRED_ON, must(REACHED), may()),
    NEED_QUALIFICATION_UNDONE("needs.need-qualification-undone.v1", NEED, QUALIFIED_ON, must(), may()),
    NEED_WITHDRAWAL_UNDONE("needs.need-withdrawal-undone.v1", NEED, null, must(), may()),
    MENTOR_APPLIED("mentors.mentor-applied.v1", MENTOR, APPLIED_ON, must(DEPARTEMENT), may(ORIGIN, ADULT, ASSOCIATION)),
    SCREENING_PASSED("mentors.screening-passed.v1", MENTOR, HELD_ON, must(), may()),
    SCREENING_FAILED("mentors.screening-failed.v1", MENTOR, HELD_ON, must(), may(REASON)),
    CHARTER_ACCEPTED("mentors.charter-accepted.v1", MENTOR, ACCEPTED_ON, must(), may()),
    TRAINING_COMPLETED("mentors.training-completed.v1", MENTOR, COMPLETED_ON, must(), may(MODULE)),
    MENTOR_ACTIVATED("mentors.mentor-activated.v1", MENTOR, ACTIVATED_ON, must(DEPARTEMENT), may(ADULT, CAPACITY)),
    MENTOR_WITHDREW("mentors.mentor-withdrew.v1", MENTOR, WITHDREW_ON, must(REASON), may()),
    MATCH_PROPOSED("matching.match-proposed.v1", PROPOSAL, null, must(ORIGIN), may(NEED, LINE, SEAT, MENTOR)),
    PROPOSAL_ACCEPTED_BY_MENTOR("matching.proposal-accepted-by-mentor.v1", PROPOSAL, null, must(), may()),
    PROPOSAL_DECLINED("matching.proposal-declined.v1", PROPOSAL, null, must(SIDE, REASON), may()),
    PROPOSAL_DECLINE_UNDONE("matching.proposal-decline-undone.v1", PROPOSAL, null, must(), may()),
    MATCH_UNDONE("matching.match-undone.v1", PROPOSAL, null, must(), may()),
    PROPOSAL_EXPIRED("matching.proposal-expired.v1", PROPOSAL, null, must(), may()),
    MATCH_CONFIRMED(
            "matching.match-confirmed.v1",
            PROPOSAL,
            null,
            must(NEED, LINE, SEAT, DEPARTEMENT, LEVEL_BAND, PRIORITY_AUDIENCE),
            may(ACADEMIE)),
    POLICY_PUBLISHED("matching.policy-published.v1", POLICY, null, must(VERSION, FLOORS), may()),
    POLICY_ACTIVATED("matching.policy-activated.v1", POLICY, null, must(VERSION), may()),
    PAIR_OPENED(
            "followup.pair-opened.v1",
            PAIR,
            OPENED_ON,
            must(DEPARTEMENT, LEVEL_BAND, PRIORITY_AUDIENCE, NEED_DECLARED_ON, OPENED_ON),
            may(NEED, LINE, SEAT, MENTOR, STRUCTURE, REFERENT, ACADEMIE, DUE_AT)),
    FIRST_CONTACT_CONFIRMED("followup.first-contact-confirmed.v1", PAIR, CONTACTED_ON, must(), may()),
    FIRST_CONTACT_OVERDUE("followup.first-contact-overdue.v1", PAIR, null, must(), may()),
    FIRST_CONTACT_CHASED("followup.first-contact-chased.v1", PAIR, null, must(STEP), may()),
    SESSION_HELD("followup.session-held.v1", PAIR, HELD_ON, must(MINUTES, CHANNEL), may(SUPPORT)),
    SESSION_MISSED("followup.session-missed.v1", PAIR, PLANNED_ON, must(MISSED_BY), may(EXCUSED)),
    /** Takes back a session and tells another one in its place. */
    SESSION_CORRECTED(
            "followup.session-corrected.v1",
            PAIR,
            HELD_ON,
            must(WAS_MINUTES, WAS_CHANNEL, WAS_HELD_ON, MINUTES, CHANNEL),
            may(WAS_SUPPORT, SUPPORT)),
    SESSION_CANCELLED("followup.session-cancelled.v1", PAIR, HELD_ON, must(MINUTES, CHANNEL), may(SUPPORT)),
    ABSENCE_CANCELLED("followup.absence-cancelled.v1", PAIR, PLANNED_ON, must(MISSED_BY), may(EXCUSED)),
    FIRST_CONTACT_WITHDRAWN("followup.first-contact-withdrawn.v1", PAIR, CONTACTED_ON, must(), may()),
    CHECK_IN_SCHEDULED("followup.check-in-scheduled.v1", PAIR, DUE_ON, must(NUMBER, SIDE), may()),
    CHECK_IN_COMPLETED("followup.check-in-completed.v1", PAIR, ANSWERED_ON, must(NUMBER, SIDE, HEALTH), may(THEMES)),
    CHECK_IN_OVERDUE("followup.check-in-overdue.v1", PAIR, null, must(NUMBER, SIDE), may()),
    CHECK_IN_UNDONE("followup.check-in-undone.v1", PAIR, null, must(NUMBER, SIDE), may()),
    ALERT_RAISED("followup.engagement-alert-raised.v1", PAIR, RAISED_ON, must(KIND), may()),
    ALERT_RESOLVED("followup.engagement-alert-resolved.v1", PAIR, RESOLVED_ON, must(KIND, OUTCOME), may()),
    ALERT_REOPENED("followup.engagement-alert-reopened.v1", PAIR, null, must(KIND), may()),
    STEP_TAKEN("followup.intervention-step-taken.v1", PAIR, TAKEN_ON, must(STEP), may()),
    PAIR_PAUSED("followup.pair-paused.v1", PAIR, null, must(SIDE, REASON), may()),
    PAIR_RESUMED("followup.pair-resumed.v1", PAIR, RESUMED_ON, must(SIDE), may()),
    EXIT_INTERVIEW_RECORDED("followup.exit-interview-recorded.v1", PAIR, HELD_ON, must(SIDE, OUTCOME, AGAIN), may()),
    /** For a pair, or for all of a line. */
    RESOURCE_SHARED(
            "followup.resource-shared.v1",
            PACK,
            SHARED_ON,
            must(SHARE, NEED, LINE, LEVEL_BAND, SUPPORT, SIDE),
            may(PAIR)),
    RESOURCE_USED("followup.resource-used.v1", PACK, USED_ON, must(PAIR, LEVEL_BAND, SUPPORT), may()),
    PAIR_INTERRUPTED("followup.pair-interrupted.v1", PAIR, INTERRUPTED_ON, must(SIDE, REASON), may(AFTERWARDS)),
    SEAT_DECISION_DUE("followup.seat-decision-due.v1", PAIR, null, must(), may()),
    SEAT_DECIDED("followup.seat-decided.v1", PAIR, DECIDED_ON, must(AFTERWARDS), may()),
    PAIR_HANDED_OVER("followup.pair-handed-over.v1", PAIR, HANDED_OVER_ON, must(FROM, TO), may(UNTIL)),
    PAIR_HAND_OVER_UNDONE("followup.pair-hand-over-undone.v1", PAIR, null, must(FROM, TO), may()),
    PAIR_CLOSED("followup.pair-closed.v1", PAIR, CLOSED_ON, must(PLANNED), may()),
    PAIR_OPENING_UNDONE("followup.pair-opening-undone.v1", PAIR, null, must(), may()),
    /** Takes back what was told of an end and tells it anew: of an interruption its side and reason, of a closure whether it was planned. */
    PAIR_END_CORRECTED("followup.pair-end-corrected.v1", PAIR, ENDED_ON, must(), may(SIDE, REASON, PLANNED)),
    PAIR_END_UNDONE("followup.pair-end-undone.v1", PAIR, ENDED_ON, must(), may()),
    CONTINUATION_PROPOSED("followup.continuation-proposed.v1", PAIR, PROPOSED_ON, must(ASSOCIATION), may()),
    CONTINUATION_AGREED("followup.continuation-agreed.v1", PAIR, AGREED_ON, must(ASSOCIATION), may(SIDE)),
    CONTINUATION_DECLINED("followup.continuation-declined.v1", PAIR, DECLINED_ON, must(ASSOCIATION), may(SIDE)),
    CONCERN_RAISED("followup.concern-raised.v1", CONCERN, RAISED_ON, must(), may(DEPARTEMENT)),
    CONCERN_ACKNOWLEDGED("followup.concern-acknowledged.v1", CONCERN, null, must(), may()),
    CONCERN_CLOSED("followup.concern-closed.v1", CONCERN, CLOSED_ON, must(REASON), may());

    private final String type;
    private final Field stream;
    private final @Nullable Field day;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<Field> required;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<Field> read;

    Kind(String type, Field stream, @Nullable Field day, Set<Field> required, Set<Field> optional) {
        this.type = type;
        this.stream = stream;
        this.day = day;
        this.required = Collections.unmodifiableSet(EnumSet.copyOf(required));
        EnumSet<Field> all = EnumSet.of(stream);
        all.addAll(required);
        all.addAll(optional);
        if (day != null) {
            all.add(day);
        }
        this.read = List.copyOf(new ArrayList<>(all));
    }

    /** The name under which it travels. */
    public String type() {
        return type;
    }

    /** The component that names its stream. */
    public Field stream() {
        return stream;
    }

    /** Whether it is told in a stream beside that of its pair, with the same id and numbers of its own. */
    boolean isBesideAPair() {
        return switch (this) {
            case FIRST_CONTACT_CHASED,
                    CHECK_IN_SCHEDULED,
                    CHECK_IN_COMPLETED,
                    CHECK_IN_OVERDUE,
                    CHECK_IN_UNDONE,
                    ALERT_RAISED,
                    ALERT_RESOLVED,
                    ALERT_REOPENED,
                    STEP_TAKEN -> true;
            default -> false;
        };
    }

    /** The components that are decoded. */
    public List<Field> read() {
        return read;
    }

    /** The components without which it cannot be counted. */
    public Set<Field> required() {
        return required;
    }

    /** The component that says on what day it happened; null where only the record time tells. */
    public @Nullable Field day() {
        return day;
    }

    private static Set<Field> must(Field... fields) {
        return fields.length == 0 ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(List.of(fields));
    }

    private static Set<Field> may(Field... fields) {
        return must(fields);
    }
}
