package fr.mentoratdurgence.reporting.bilan;

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
    static final Indicator SESSIONS_HOURS = Indicator.tenths("sessions.hours", "hours", HELD);

    static final Indicator MEDIAN_DAYS = Indicator.tenths("delay.need-to-pair.median", "days", OPENED);

    static final Indicator EVENTS_HEARD = Indicator.count("events.heard", "events");
    static final Indicator EVENTS_UNKNOWN = Indicator.count("events.unknown", "events");
    static final Indicator EVENTS_UNREADABLE = Indicator.count("events.unreadable", "events");

    private Indicators() {}
}
