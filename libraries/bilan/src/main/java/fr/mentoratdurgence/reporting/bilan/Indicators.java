package fr.mentoratdurgence.reporting.bilan;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue of indicators, in the order of the bilan's page. */
final class Indicators {
    private static final String DECLARED = "needs.need-declared.v1";
    private static final String QUALIFIED = "needs.need-qualified.v1";
    private static final String REVISED = "needs.need-line-count-revised.v1";
    private static final String NEED_WITHDRAWN = "needs.need-withdrawn.v1";
    private static final String ACTIVATED = "mentors.mentor-activated.v1";
    private static final String MENTOR_WITHDREW = "mentors.mentor-withdrew.v1";
    private static final String CONFIRMED = "matching.match-confirmed.v1";
    private static final String OPENED = "followup.pair-opened.v1";
    private static final String CONTACTED = "followup.first-contact-confirmed.v1";
    private static final String OVERDUE = "followup.first-contact-overdue.v1";
    private static final String INTERRUPTED = "followup.pair-interrupted.v1";
    private static final String CLOSED = "followup.pair-closed.v1";
    private static final String HELD = "followup.session-held.v1";

    static final Indicator PLACES_ASKED =
            Indicator.count("places.asked", "places", DECLARED, REVISED, QUALIFIED, NEED_WITHDRAWN, CONFIRMED);
    static final Indicator PLACES_QUALIFIED =
            Indicator.count("places.qualified", "places", QUALIFIED, REVISED, NEED_WITHDRAWN, CONFIRMED);
    static final Indicator PLACES_COVERED = Indicator.count("places.covered", "places", CONFIRMED, DECLARED, QUALIFIED);

    static final Indicator NEEDS_DECLARED = Indicator.count("needs.declared", "needs", DECLARED);
    static final Indicator NEEDS_QUALIFIED = Indicator.count("needs.qualified", "needs", QUALIFIED);
    static final Indicator NEEDS_WITHDRAWN = Indicator.count("needs.withdrawn", "needs", NEED_WITHDRAWN);

    static final Indicator MENTORS_APPLIED = Indicator.count("mentors.applied", "mentors", "mentors.mentor-applied.v1");
    static final Indicator MENTORS_SCREENED =
            Indicator.count("mentors.screened", "mentors", "mentors.screening-passed.v1");
    static final Indicator MENTORS_REFUSED =
            Indicator.count("mentors.refused", "mentors", "mentors.screening-failed.v1");
    static final Indicator MENTORS_ACTIVE = Indicator.count("mentors.active", "mentors", ACTIVATED, MENTOR_WITHDREW);
    static final Indicator MENTORS_WITHDRAWN = Indicator.count("mentors.withdrawn", "mentors", MENTOR_WITHDREW);

    static final Indicator PROPOSALS_MADE =
            Indicator.count("proposals.made", "proposals", "matching.match-proposed.v1");
    static final Indicator PROPOSALS_ACCEPTED =
            Indicator.count("proposals.accepted", "proposals", "matching.proposal-accepted-by-mentor.v1");
    static final Indicator PROPOSALS_DECLINED =
            Indicator.count("proposals.declined", "proposals", "matching.proposal-declined.v1");
    static final Indicator PROPOSALS_EXPIRED =
            Indicator.count("proposals.expired", "proposals", "matching.proposal-expired.v1");

    static final Indicator PAIRS_OPENED = Indicator.count("pairs.opened", "pairs", OPENED);
    static final Indicator PAIRS_ALIVE = Indicator.count("pairs.alive", "pairs", OPENED, INTERRUPTED, CLOSED);
    static final Indicator PAIRS_CONTACTED = Indicator.count("pairs.first-contact-confirmed", "pairs", CONTACTED);
    static final Indicator PAIRS_OVERDUE =
            Indicator.count("pairs.first-contact-overdue", "pairs", OVERDUE, CONTACTED, INTERRUPTED, CLOSED);
    static final Indicator PAIRS_INTERRUPTED = Indicator.count("pairs.interrupted", "pairs", INTERRUPTED);
    static final Indicator PAIRS_CLOSED_AS_PLANNED = Indicator.count("pairs.closed-as-planned", "pairs", CLOSED);
    static final Indicator PAIRS_CLOSED_EARLY = Indicator.count("pairs.closed-early", "pairs", CLOSED);

    static final Indicator SESSIONS_HELD = Indicator.count("sessions.held", "sessions", HELD);
    static final Indicator SESSIONS_MISSED =
            Indicator.count("sessions.missed", "sessions", "followup.session-missed.v1");
    static final Indicator SESSIONS_HOURS = Indicator.of("sessions.hours", Indicator.Kind.AMOUNT, "hours", 1, HELD);

    static final Indicator MEDIAN_DAYS =
            Indicator.of("delay.need-to-pair.median", Indicator.Kind.DELAY, "days", 1, OPENED);

    static final Indicator EVENTS_HEARD = Indicator.count("events.heard", "events");
    static final Indicator EVENTS_UNKNOWN = Indicator.count("events.unknown", "events");
    static final Indicator EVENTS_UNREADABLE = Indicator.count("events.unreadable", "events");

    private static final String PROPOSED = "matching.match-proposed.v1";
    private static final String MISSED = "followup.session-missed.v1";
    private static final String CALLED = "needs.contact-attempted.v1";
    private static final String APPLIED = "mentors.mentor-applied.v1";
    private static final String REFUSED = "mentors.screening-failed.v1";
    private static final String PROPOSED_TO_GO_ON = "followup.continuation-proposed.v1";
    private static final String AGREED_TO_GO_ON = "followup.continuation-agreed.v1";
    private static final String DECLINED_TO_GO_ON = "followup.continuation-declined.v1";
    private static final String POLICY_PUBLISHED = "matching.policy-published.v1";
    private static final String POLICY_ACTIVATED = "matching.policy-activated.v1";
    private static final String REGISTERED = "needs.structure-registered.v1";

    static final Indicator FUNNEL_ASKED =
            Indicator.count("funnel.asked", "places", DECLARED, REVISED, NEED_WITHDRAWN, PROPOSED, REGISTERED);
    static final Indicator FUNNEL_QUALIFIED =
            Indicator.count("funnel.qualified", "places", QUALIFIED, REVISED, NEED_WITHDRAWN, PROPOSED, REGISTERED);
    static final Indicator FUNNEL_PROPOSED = Indicator.count("funnel.proposed", "places", PROPOSED, CONFIRMED);
    static final Indicator FUNNEL_CONFIRMED = Indicator.count("funnel.confirmed", "places", CONFIRMED, OPENED);
    static final Indicator FUNNEL_CONTACTED = Indicator.count("funnel.contacted", "places", CONTACTED, HELD);
    static final Indicator FUNNEL_ACTIVE = Indicator.count("funnel.active", "places", HELD, CLOSED);
    static final Indicator FUNNEL_CLOSED = Indicator.count("funnel.closed-as-planned", "places", CLOSED);

    /** The steps of a place, in order. */
    static final List<Indicator> FUNNEL = List.of(
            FUNNEL_ASKED,
            FUNNEL_QUALIFIED,
            FUNNEL_PROPOSED,
            FUNNEL_CONFIRMED,
            FUNNEL_CONTACTED,
            FUNNEL_ACTIVE,
            FUNNEL_CLOSED);

    static final Indicator DELAY_CALL = delay("delay.declaration-to-call", DECLARED, CALLED, NEED_WITHDRAWN);
    static final Indicator DELAY_QUALIFICATION =
            delay("delay.declaration-to-qualification", DECLARED, QUALIFIED, NEED_WITHDRAWN);
    static final Indicator DELAY_MATCH = delay("delay.qualification-to-match", QUALIFIED, CONFIRMED, NEED_WITHDRAWN);
    static final Indicator DELAY_WAIT = delay("delay.declaration-to-match", DECLARED, CONFIRMED, NEED_WITHDRAWN);
    static final Indicator DELAY_CONTACT = delay("delay.opening-to-contact", OPENED, CONTACTED, INTERRUPTED, CLOSED);
    static final Indicator DELAY_ACTIVATION =
            delay("delay.application-to-activation", APPLIED, ACTIVATED, REFUSED, MENTOR_WITHDREW);
    static final Indicator PAIRS_LIFE = delay("pairs.life", OPENED, INTERRUPTED, CLOSED);
    static final Indicator MENTORS_RETENTION = delay("mentors.retention", ACTIVATED, MENTOR_WITHDREW);

    static final Indicator PAIRS_BY_WEEK =
            Indicator.of("pairs.alive-by-week", Indicator.Kind.LEVELS, "pairs", 0, OPENED, INTERRUPTED, CLOSED);
    static final Indicator PAIR_WEEKS =
            Indicator.count("sessions.pair-weeks", "weeks", OPENED, HELD, INTERRUPTED, CLOSED);
    static final Indicator ACTIVITY_SESSIONS = Indicator.count("activity.sessions", "sessions", HELD, OPENED);
    static final Indicator ACTIVITY_HOURS =
            Indicator.of("activity.hours", Indicator.Kind.AMOUNT, "hours", 1, HELD, OPENED);
    static final Indicator MISSED_EXCUSED = Indicator.count("sessions.missed-excused", "sessions", MISSED);
    static final Indicator INTERRUPTIONS = Indicator.count("pairs.interruptions", "pairs", INTERRUPTED);

    static final Indicator REGULARITY = ratio("sessions.regularity", OPENED, HELD, INTERRUPTED, CLOSED);
    static final Indicator MISSED_SHARE = ratio("sessions.missed-share", HELD, MISSED);
    static final Indicator EQUITY_COVERAGE = ratio("equity.coverage", QUALIFIED, CONFIRMED);
    static final Indicator EQUITY_NEED = ratio("equity.share-of-need", QUALIFIED);
    static final Indicator EQUITY_MATCHES = ratio("equity.share-of-matches", CONFIRMED);

    static final Indicator EQUITY_FLOOR =
            Indicator.of("equity.floor", Indicator.Kind.RULE, "percent", 0, POLICY_PUBLISHED, POLICY_ACTIVATED);
    static final Indicator EQUITY_SHORTFALL = Indicator.of(
            "equity.floor-shortfall",
            Indicator.Kind.RATIO,
            "points",
            1,
            QUALIFIED,
            CONFIRMED,
            POLICY_PUBLISHED,
            POLICY_ACTIVATED);
    static final Indicator MENTORS_STILL_ACTIVE = ratio("mentors.still-active", ACTIVATED, MENTOR_WITHDREW);

    static final Indicator ASSOCIATIONS_APPLIED = Indicator.count("associations.applied", "mentors", APPLIED);
    static final Indicator ASSOCIATIONS_ACTIVATED =
            Indicator.count("associations.activated", "mentors", APPLIED, ACTIVATED);
    static final Indicator ASSOCIATIONS_MATCHED = Indicator.count("associations.matched", "mentors", APPLIED, OPENED);
    static final Indicator ASSOCIATIONS_PAIRS = Indicator.count("associations.pairs", "pairs", APPLIED, OPENED);

    /** Further steps of these pairs: about so few that only analysts see them. */
    static final Indicator ASSOCIATIONS_CONTACTED = Indicator.of(
            "associations.contacted", Indicator.Kind.INTERNAL, "pairs", 0, APPLIED, OPENED, CONTACTED, HELD, CLOSED);

    static final Indicator ASSOCIATIONS_ACTIVE =
            Indicator.of("associations.active", Indicator.Kind.INTERNAL, "pairs", 0, APPLIED, OPENED, HELD, CLOSED);
    static final Indicator ASSOCIATIONS_CLOSED = Indicator.of(
            "associations.closed-as-planned", Indicator.Kind.INTERNAL, "pairs", 0, APPLIED, OPENED, CLOSED);

    static final Indicator CONTINUATIONS_PROPOSED =
            Indicator.count("continuations.proposed", "pairs", PROPOSED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_AGREED =
            Indicator.count("continuations.agreed", "pairs", AGREED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_DECLINED =
            Indicator.count("continuations.declined", "pairs", DECLINED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_AFTER_END =
            Indicator.count("continuations.after-planned-end", "pairs", AGREED_TO_GO_ON, CLOSED);
    static final Indicator CONTINUATIONS_SHARE = ratio("continuations.share", AGREED_TO_GO_ON, CLOSED);

    static final Indicator MENTORS_CHARTER =
            Indicator.count("mentors.charter", "mentors", "mentors.charter-accepted.v1");
    static final Indicator MENTORS_TRAINED =
            Indicator.count("mentors.trained", "mentors", "mentors.training-completed.v1");
    static final Indicator MENTORS_ACTIVATED = Indicator.count("mentors.activated", "mentors", ACTIVATED);
    static final Indicator MENTORS_MATCHED = Indicator.count("mentors.matched", "mentors", OPENED);

    static final Indicator REFERENTS_BY_LOAD =
            Indicator.count("referents.by-load", "referents", OPENED, INTERRUPTED, CLOSED);
    static final Indicator REFERENTS_MEDIAN_LOAD =
            Indicator.of("referents.median-load", Indicator.Kind.INTERNAL, "pairs", 1, OPENED, INTERRUPTED, CLOSED);
    static final Indicator REFERENTS_LARGEST_LOAD =
            Indicator.of("referents.largest-load", Indicator.Kind.INTERNAL, "pairs", 0, OPENED, INTERRUPTED, CLOSED);

    static final Indicator TOLD_LATE = Indicator.count("quality.lateness", "events");
    static final Indicator TOLD_AHEAD = Indicator.count("quality.told-ahead", "events");
    static final Indicator CONTRADICTIONS = Indicator.count(
            "quality.contradictions",
            "contradictions",
            DECLARED,
            QUALIFIED,
            CONFIRMED,
            OPENED,
            CONTACTED,
            HELD,
            INTERRUPTED,
            CLOSED);

    /** The first set: it never changes. */
    static final List<Indicator> FIRST = List.of(
            PLACES_ASKED,
            PLACES_QUALIFIED,
            PLACES_COVERED,
            NEEDS_DECLARED,
            NEEDS_QUALIFIED,
            NEEDS_WITHDRAWN,
            MENTORS_APPLIED,
            MENTORS_SCREENED,
            MENTORS_REFUSED,
            MENTORS_ACTIVE,
            MENTORS_WITHDRAWN,
            PROPOSALS_MADE,
            PROPOSALS_ACCEPTED,
            PROPOSALS_DECLINED,
            PROPOSALS_EXPIRED,
            PAIRS_OPENED,
            PAIRS_ALIVE,
            PAIRS_CONTACTED,
            PAIRS_OVERDUE,
            PAIRS_INTERRUPTED,
            PAIRS_CLOSED_AS_PLANNED,
            PAIRS_CLOSED_EARLY,
            SESSIONS_HELD,
            SESSIONS_MISSED,
            SESSIONS_HOURS,
            MEDIAN_DAYS,
            EVENTS_HEARD,
            EVENTS_UNKNOWN,
            EVENTS_UNREADABLE);

    private static final List<Indicator> SECOND = List.of(
            DELAY_CALL,
            DELAY_QUALIFICATION,
            DELAY_MATCH,
            DELAY_WAIT,
            DELAY_CONTACT,
            DELAY_ACTIVATION,
            PAIRS_LIFE,
            MENTORS_RETENTION,
            PAIRS_BY_WEEK,
            PAIR_WEEKS,
            ACTIVITY_SESSIONS,
            ACTIVITY_HOURS,
            MISSED_EXCUSED,
            INTERRUPTIONS,
            MENTORS_CHARTER,
            MENTORS_TRAINED,
            MENTORS_ACTIVATED,
            MENTORS_MATCHED,
            ASSOCIATIONS_APPLIED,
            ASSOCIATIONS_ACTIVATED,
            ASSOCIATIONS_MATCHED,
            ASSOCIATIONS_PAIRS,
            CONTINUATIONS_PROPOSED,
            CONTINUATIONS_AGREED,
            CONTINUATIONS_DECLINED,
            CONTINUATIONS_AFTER_END,
            REFERENTS_BY_LOAD,
            REFERENTS_MEDIAN_LOAD,
            REFERENTS_LARGEST_LOAD,
            TOLD_LATE,
            TOLD_AHEAD,
            CONTRADICTIONS,
            EQUITY_FLOOR,
            EQUITY_COVERAGE,
            EQUITY_NEED,
            EQUITY_MATCHES,
            EQUITY_SHORTFALL,
            REGULARITY,
            MISSED_SHARE,
            MENTORS_STILL_ACTIVE,
            CONTINUATIONS_SHARE);

    /** What the third set adds to the second. */
    static final List<Indicator> THIRD = List.of(ASSOCIATIONS_CONTACTED, ASSOCIATIONS_ACTIVE, ASSOCIATIONS_CLOSED);

    private Indicators() {}

    /** All sets together, in the order of the bilan. */
    static List<Indicator> all() {
        return Stream.of(FIRST, FUNNEL, SECOND, THIRD).flatMap(List::stream).toList();
    }

    private static Indicator delay(String code, String... events) {
        return Indicator.of(code, Indicator.Kind.DELAY, "days", 0, events);
    }

    private static Indicator ratio(String code, String... events) {
        return Indicator.of(code, Indicator.Kind.RATIO, "percent", 1, events);
    }
}
