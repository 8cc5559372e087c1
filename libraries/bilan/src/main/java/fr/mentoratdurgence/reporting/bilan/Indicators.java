package fr.mentoratdurgence.reporting.bilan;

import static fr.mentoratdurgence.reporting.bilan.Indicator.count;
import static fr.mentoratdurgence.reporting.bilan.Indicator.delay;
import static fr.mentoratdurgence.reporting.bilan.Indicator.ratio;

import fr.mentoratdurgence.reporting.bilan.Indicator.Exposure;
import fr.mentoratdurgence.reporting.bilan.Indicator.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one list of indicators, chapter by chapter, in the order of the bilan's page. */
final class Indicators {
    static final String DECLARED = "needs.need-declared.v1";
    static final String QUALIFIED = "needs.need-qualified.v1";
    static final String REVISED = "needs.need-line-count-revised.v1";
    static final String NEED_WITHDRAWN = "needs.need-withdrawn.v1";
    private static final String ACTIVATED = "mentors.mentor-activated.v1";
    private static final String MENTOR_WITHDREW = "mentors.mentor-withdrew.v1";
    static final String CONFIRMED = "matching.match-confirmed.v1";
    private static final String OPENED = "followup.pair-opened.v1";
    static final String CONTACTED = "followup.first-contact-confirmed.v1";
    private static final String OVERDUE = "followup.first-contact-overdue.v1";
    static final String INTERRUPTED = "followup.pair-interrupted.v1";
    static final String CLOSED = "followup.pair-closed.v1";
    static final String HANDED_OVER = "followup.pair-handed-over.v1";
    static final String HAND_OVER_UNDONE = "followup.pair-hand-over-undone.v1";
    private static final String CONCERN_RAISED = "followup.concern-raised.v1";
    static final String HELD = "followup.session-held.v1";
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
    static final String CORRECTED = "followup.session-corrected.v1";
    static final String CANCELLED = "followup.session-cancelled.v1";
    private static final String NOT_MISSED = "followup.absence-cancelled.v1";
    static final String NOT_CONTACTED = "followup.first-contact-withdrawn.v1";

    static final Indicator FUNNEL_ASKED =
            count(Chapter.FUNNEL, "funnel.asked", "places", DECLARED, REVISED, NEED_WITHDRAWN, PROPOSED, REGISTERED);
    static final Indicator FUNNEL_QUALIFIED = count(
            Chapter.FUNNEL, "funnel.qualified", "places", QUALIFIED, REVISED, NEED_WITHDRAWN, PROPOSED, REGISTERED);
    static final Indicator FUNNEL_PROPOSED = count(Chapter.FUNNEL, "funnel.proposed", "places", PROPOSED, CONFIRMED);
    static final Indicator FUNNEL_CONFIRMED = count(Chapter.FUNNEL, "funnel.confirmed", "places", CONFIRMED, OPENED);
    static final Indicator FUNNEL_CONTACTED =
            count(Chapter.FUNNEL, "funnel.contacted", "places", CONTACTED, NOT_CONTACTED, HELD, CORRECTED, CANCELLED);
    static final Indicator FUNNEL_ACTIVE =
            count(Chapter.FUNNEL, "funnel.active", "places", HELD, CORRECTED, CANCELLED, CLOSED);
    static final Indicator FUNNEL_CLOSED = count(Chapter.FUNNEL, "funnel.closed-as-planned", "places", CLOSED);

    static final Indicator PLACES_ASKED = count(
                    Chapter.PLACES, "places.asked", "places", DECLARED, REVISED, QUALIFIED, NEED_WITHDRAWN, CONFIRMED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator PLACES_QUALIFIED = count(
                    Chapter.PLACES, "places.qualified", "places", QUALIFIED, REVISED, NEED_WITHDRAWN, CONFIRMED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator PLACES_COVERED = count(
                    Chapter.PLACES, "places.covered", "places", CONFIRMED, DECLARED, QUALIFIED)
            .exposed(Exposure.ANALYSTS);

    static final Indicator EQUITY_COVERAGE = ratio(Chapter.EQUITY, "equity.coverage", QUALIFIED, CONFIRMED);
    static final Indicator EQUITY_FLOOR =
            Indicator.of(Chapter.EQUITY, "equity.floor", Kind.RULE, "percent", 0, POLICY_PUBLISHED, POLICY_ACTIVATED);
    static final Indicator EQUITY_SHORTFALL = Indicator.of(
            Chapter.EQUITY,
            "equity.floor-shortfall",
            Kind.RATIO,
            "points",
            1,
            QUALIFIED,
            CONFIRMED,
            POLICY_PUBLISHED,
            POLICY_ACTIVATED);
    static final Indicator EQUITY_NEED = ratio(Chapter.EQUITY, "equity.share-of-need", QUALIFIED);
    static final Indicator EQUITY_MATCHES = ratio(Chapter.EQUITY, "equity.share-of-matches", CONFIRMED);

    static final Indicator MEDIAN_DAYS =
            Indicator.of(Chapter.DELAY, "delay.need-to-pair.median", Kind.DELAY, "days", 1, OPENED);
    static final Indicator DELAY_CALL =
            delay(Chapter.DELAY, "delay.declaration-to-call", DECLARED, CALLED, NEED_WITHDRAWN);
    static final Indicator DELAY_QUALIFICATION =
            delay(Chapter.DELAY, "delay.declaration-to-qualification", DECLARED, QUALIFIED, NEED_WITHDRAWN);
    static final Indicator DELAY_MATCH =
            delay(Chapter.DELAY, "delay.qualification-to-match", QUALIFIED, CONFIRMED, NEED_WITHDRAWN);
    static final Indicator DELAY_WAIT =
            delay(Chapter.DELAY, "delay.declaration-to-match", DECLARED, CONFIRMED, NEED_WITHDRAWN);
    static final Indicator DELAY_CONTACT =
            delay(Chapter.DELAY, "delay.opening-to-contact", OPENED, CONTACTED, NOT_CONTACTED, INTERRUPTED, CLOSED);

    static final Indicator NEEDS_DECLARED = count(Chapter.NEEDS, "needs.declared", "needs", DECLARED);
    static final Indicator NEEDS_QUALIFIED = count(Chapter.NEEDS, "needs.qualified", "needs", QUALIFIED);
    static final Indicator NEEDS_WITHDRAWN = count(Chapter.NEEDS, "needs.withdrawn", "needs", NEED_WITHDRAWN);

    static final Indicator MENTORS_APPLIED = count(Chapter.MENTORS, "mentors.applied", "mentors", APPLIED);
    static final Indicator MENTORS_ACTIVE =
            count(Chapter.MENTORS, "mentors.active", "mentors", ACTIVATED, MENTOR_WITHDREW);
    static final Indicator MENTORS_SCREENED =
            count(Chapter.MENTORS, "mentors.screened", "mentors", "mentors.screening-passed.v1");
    static final Indicator MENTORS_REFUSED = count(Chapter.MENTORS, "mentors.refused", "mentors", REFUSED);
    static final Indicator MENTORS_CHARTER =
            count(Chapter.MENTORS, "mentors.charter", "mentors", "mentors.charter-accepted.v1");
    static final Indicator MENTORS_TRAINED =
            count(Chapter.MENTORS, "mentors.trained", "mentors", "mentors.training-completed.v1");
    static final Indicator MENTORS_ACTIVATED = count(Chapter.MENTORS, "mentors.activated", "mentors", ACTIVATED);
    static final Indicator MENTORS_MATCHED = count(Chapter.MENTORS, "mentors.matched", "mentors", OPENED);
    static final Indicator DELAY_ACTIVATION =
            delay(Chapter.MENTORS, "delay.application-to-activation", APPLIED, ACTIVATED, REFUSED, MENTOR_WITHDREW);
    static final Indicator MENTORS_RETENTION = delay(Chapter.MENTORS, "mentors.retention", ACTIVATED, MENTOR_WITHDREW);
    static final Indicator MENTORS_STILL_ACTIVE =
            ratio(Chapter.MENTORS, "mentors.still-active", ACTIVATED, MENTOR_WITHDREW);
    static final Indicator MENTORS_WITHDRAWN = count(Chapter.MENTORS, "mentors.withdrawn", "mentors", MENTOR_WITHDREW);

    static final Indicator ASSOCIATIONS_APPLIED = count(
                    Chapter.ASSOCIATIONS, "associations.applied", "mentors", APPLIED)
            .withTotalOf("mentors.applied");
    static final Indicator ASSOCIATIONS_ACTIVATED = count(
                    Chapter.ASSOCIATIONS, "associations.activated", "mentors", APPLIED, ACTIVATED)
            .withTotalOf("mentors.activated");
    static final Indicator ASSOCIATIONS_MATCHED = count(
                    Chapter.ASSOCIATIONS, "associations.matched", "mentors", APPLIED, OPENED)
            .withTotalOf("mentors.matched");
    static final Indicator ASSOCIATIONS_PAIRS = pairsOfAssociations("associations.pairs")
            .withTotalOf("pairs.opened")
            .exposed(Exposure.OF_CONFIRMED);
    static final Indicator ASSOCIATIONS_CONTACTED = pairsOfAssociations(
                    "associations.contacted", CONTACTED, NOT_CONTACTED, HELD, CORRECTED, CANCELLED, CLOSED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator ASSOCIATIONS_ACTIVE = pairsOfAssociations(
                    "associations.active", HELD, CORRECTED, CANCELLED, CLOSED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator ASSOCIATIONS_CLOSED =
            pairsOfAssociations("associations.closed-as-planned", CLOSED).exposed(Exposure.ANALYSTS);

    static final Indicator PROPOSALS_MADE = count(Chapter.PROPOSALS, "proposals.made", "proposals", PROPOSED);
    static final Indicator PROPOSALS_ACCEPTED =
            count(Chapter.PROPOSALS, "proposals.accepted", "proposals", "matching.proposal-accepted-by-mentor.v1");
    static final Indicator PROPOSALS_DECLINED =
            count(Chapter.PROPOSALS, "proposals.declined", "proposals", "matching.proposal-declined.v1");
    static final Indicator PROPOSALS_EXPIRED =
            count(Chapter.PROPOSALS, "proposals.expired", "proposals", "matching.proposal-expired.v1");

    static final Indicator PAIRS_OPENED =
            count(Chapter.PAIRS, "pairs.opened", "pairs", OPENED).exposed(Exposure.TOTAL_OF_CONFIRMED);
    static final Indicator PAIRS_ALIVE = count(Chapter.PAIRS, "pairs.alive", "pairs", OPENED, INTERRUPTED, CLOSED)
            .exposed(Exposure.TOTAL_OF_CONFIRMED);
    static final Indicator PAIRS_BY_WEEK =
            Indicator.of(Chapter.PAIRS, "pairs.alive-by-week", Kind.LEVELS, "pairs", 0, OPENED, INTERRUPTED, CLOSED);
    static final Indicator PAIRS_LIFE = delay(Chapter.PAIRS, "pairs.life", OPENED, INTERRUPTED, CLOSED);
    static final Indicator PAIRS_CONTACTED =
            count(Chapter.PAIRS, "pairs.first-contact-confirmed", "pairs", CONTACTED, NOT_CONTACTED);
    static final Indicator PAIRS_OVERDUE = count(
            Chapter.PAIRS,
            "pairs.first-contact-overdue",
            "pairs",
            OVERDUE,
            CONTACTED,
            NOT_CONTACTED,
            INTERRUPTED,
            CLOSED);
    static final Indicator PAIRS_INTERRUPTED = count(Chapter.PAIRS, "pairs.interrupted", "pairs", INTERRUPTED);
    static final Indicator PAIRS_CLOSED_AS_PLANNED = count(Chapter.PAIRS, "pairs.closed-as-planned", "pairs", CLOSED);
    static final Indicator PAIRS_CLOSED_EARLY = count(Chapter.PAIRS, "pairs.closed-early", "pairs", CLOSED);

    static final Indicator INTERRUPTIONS = count(Chapter.INTERRUPTIONS, "pairs.interruptions", "pairs", INTERRUPTED)
            .withTotalOf("pairs.interrupted");

    static final Indicator CONTINUATIONS_PROPOSED =
            count(Chapter.CONTINUATIONS, "continuations.proposed", "pairs", PROPOSED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_AGREED =
            count(Chapter.CONTINUATIONS, "continuations.agreed", "pairs", AGREED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_DECLINED =
            count(Chapter.CONTINUATIONS, "continuations.declined", "pairs", DECLINED_TO_GO_ON, OPENED);
    static final Indicator CONTINUATIONS_AFTER_END =
            count(Chapter.CONTINUATIONS, "continuations.after-planned-end", "pairs", AGREED_TO_GO_ON, CLOSED);
    static final Indicator CONTINUATIONS_SHARE =
            ratio(Chapter.CONTINUATIONS, "continuations.share", AGREED_TO_GO_ON, CLOSED);

    static final Indicator SESSIONS_HELD =
            count(Chapter.SESSIONS, "sessions.held", "sessions", HELD, CORRECTED, CANCELLED);
    static final Indicator SESSIONS_HOURS =
            Indicator.of(Chapter.SESSIONS, "sessions.hours", Kind.AMOUNT, "hours", 1, HELD, CORRECTED, CANCELLED);
    static final Indicator SESSIONS_MISSED = count(Chapter.SESSIONS, "sessions.missed", "sessions", MISSED, NOT_MISSED);
    static final Indicator MISSED_SHARE =
            ratio(Chapter.SESSIONS, "sessions.missed-share", HELD, CORRECTED, CANCELLED, MISSED, NOT_MISSED);
    static final Indicator MISSED_EXCUSED = count(
                    Chapter.SESSIONS, "sessions.missed-excused", "sessions", MISSED, NOT_MISSED)
            .withTotalOf("sessions.missed");
    static final Indicator REGULARITY =
            ratio(Chapter.SESSIONS, "sessions.regularity", OPENED, HELD, CORRECTED, CANCELLED, INTERRUPTED, CLOSED);
    static final Indicator PAIR_WEEKS = count(
            Chapter.SESSIONS, "sessions.pair-weeks", "weeks", OPENED, HELD, CORRECTED, CANCELLED, INTERRUPTED, CLOSED);

    static final Indicator ACTIVITY_SESSIONS = count(
                    Chapter.ACTIVITY, "activity.sessions", "sessions", HELD, CORRECTED, CANCELLED, OPENED)
            .withTotalOf("sessions.held");
    static final Indicator ACTIVITY_HOURS = Indicator.of(
            Chapter.ACTIVITY, "activity.hours", Kind.AMOUNT, "hours", 1, HELD, CORRECTED, CANCELLED, OPENED);

    static final Indicator CONCERNS_RAISED = count(Chapter.SAFEGUARDING, "concerns.raised", "concerns", CONCERN_RAISED);
    static final Indicator CONCERNS_HOURS = Indicator.of(
                    Chapter.SAFEGUARDING,
                    "concerns.hours-until-taken",
                    Kind.MEASURE,
                    "hours",
                    1,
                    CONCERN_RAISED,
                    "followup.concern-acknowledged.v1")
            .exposed(Exposure.ANALYSTS);

    /** What changes how many pairs a référent follows. */
    private static final String[] LOADING = {OPENED, HANDED_OVER, HAND_OVER_UNDONE, INTERRUPTED, CLOSED};

    static final Indicator REFERENTS_BY_LOAD = count(Chapter.REFERENTS, "referents.by-load", "referents", LOADING);
    static final Indicator REFERENTS_MEDIAN_LOAD = Indicator.of(
                    Chapter.REFERENTS, "referents.median-load", Kind.MEASURE, "pairs", 1, LOADING)
            .exposed(Exposure.ANALYSTS);
    static final Indicator REFERENTS_LARGEST_LOAD = Indicator.of(
                    Chapter.REFERENTS, "referents.largest-load", Kind.MEASURE, "pairs", 0, LOADING)
            .exposed(Exposure.ANALYSTS);

    static final Indicator EVENTS_HEARD = count(Chapter.EVENTS, "events.heard", "events");
    static final Indicator TOLD_LATE = count(Chapter.EVENTS, "quality.lateness", "events");
    static final Indicator TOLD_AHEAD = count(Chapter.EVENTS, "quality.told-ahead", "events");
    static final Indicator CONTRADICTIONS = count(
            Chapter.EVENTS,
            "quality.contradictions",
            "contradictions",
            DECLARED,
            QUALIFIED,
            CONFIRMED,
            OPENED,
            CONTACTED,
            NOT_CONTACTED,
            HELD,
            CORRECTED,
            CANCELLED,
            INTERRUPTED,
            CLOSED);
    static final Indicator EVENTS_UNKNOWN = count(Chapter.EVENTS, "events.unknown", "events");
    static final Indicator EVENTS_UNREADABLE = count(Chapter.EVENTS, "events.unreadable", "events");

    /** All of them. */
    static final List<Indicator> ALL = Stream.concat(
                    FollowUpIndicators.ALL.stream(),
                    Stream.of(
                            FUNNEL_ASKED,
                            FUNNEL_QUALIFIED,
                            FUNNEL_PROPOSED,
                            FUNNEL_CONFIRMED,
                            FUNNEL_CONTACTED,
                            FUNNEL_ACTIVE,
                            FUNNEL_CLOSED,
                            PLACES_ASKED,
                            PLACES_QUALIFIED,
                            PLACES_COVERED,
                            EQUITY_COVERAGE,
                            EQUITY_FLOOR,
                            EQUITY_SHORTFALL,
                            EQUITY_NEED,
                            EQUITY_MATCHES,
                            MEDIAN_DAYS,
                            DELAY_CALL,
                            DELAY_QUALIFICATION,
                            DELAY_MATCH,
                            DELAY_WAIT,
                            DELAY_CONTACT,
                            NEEDS_DECLARED,
                            NEEDS_QUALIFIED,
                            NEEDS_WITHDRAWN,
                            MENTORS_APPLIED,
                            MENTORS_ACTIVE,
                            MENTORS_SCREENED,
                            MENTORS_REFUSED,
                            MENTORS_CHARTER,
                            MENTORS_TRAINED,
                            MENTORS_ACTIVATED,
                            MENTORS_MATCHED,
                            DELAY_ACTIVATION,
                            MENTORS_RETENTION,
                            MENTORS_STILL_ACTIVE,
                            MENTORS_WITHDRAWN,
                            ASSOCIATIONS_APPLIED,
                            ASSOCIATIONS_ACTIVATED,
                            ASSOCIATIONS_MATCHED,
                            ASSOCIATIONS_PAIRS,
                            ASSOCIATIONS_CONTACTED,
                            ASSOCIATIONS_ACTIVE,
                            ASSOCIATIONS_CLOSED,
                            PROPOSALS_MADE,
                            PROPOSALS_ACCEPTED,
                            PROPOSALS_DECLINED,
                            PROPOSALS_EXPIRED,
                            PAIRS_OPENED,
                            PAIRS_ALIVE,
                            PAIRS_BY_WEEK,
                            PAIRS_LIFE,
                            PAIRS_CONTACTED,
                            PAIRS_OVERDUE,
                            PAIRS_INTERRUPTED,
                            PAIRS_CLOSED_AS_PLANNED,
                            PAIRS_CLOSED_EARLY,
                            INTERRUPTIONS,
                            CONTINUATIONS_PROPOSED,
                            CONTINUATIONS_AGREED,
                            CONTINUATIONS_DECLINED,
                            CONTINUATIONS_AFTER_END,
                            CONTINUATIONS_SHARE,
                            SESSIONS_HELD,
                            SESSIONS_HOURS,
                            SESSIONS_MISSED,
                            MISSED_SHARE,
                            MISSED_EXCUSED,
                            REGULARITY,
                            PAIR_WEEKS,
                            ACTIVITY_SESSIONS,
                            ACTIVITY_HOURS,
                            CONCERNS_RAISED,
                            CONCERNS_HOURS,
                            REFERENTS_BY_LOAD,
                            REFERENTS_MEDIAN_LOAD,
                            REFERENTS_LARGEST_LOAD,
                            EVENTS_HEARD,
                            TOLD_LATE,
                            TOLD_AHEAD,
                            CONTRADICTIONS,
                            EVENTS_UNKNOWN,
                            EVENTS_UNREADABLE))
            .sorted(Comparator.comparing(Indicator::chapter))
            .toList();

    /** The steps of a place, in order. */
    static final List<Indicator> FUNNEL = ALL.stream()
            .filter(indicator -> indicator.chapter() == Chapter.FUNNEL)
            .toList();

    private static final Map<String, Integer> PLACES = IntStream.range(0, ALL.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(place -> ALL.get(place).code(), place -> place));

    private Indicators() {}

    /** Through which association a mentor came is said where she or he applied. */
    private static Indicator pairsOfAssociations(String code, String... sinceOpened) {
        return count(
                Chapter.ASSOCIATIONS,
                code,
                "pairs",
                Stream.concat(Stream.of(APPLIED, OPENED), Stream.of(sinceOpened))
                        .toArray(String[]::new));
    }

    /** Figures as their indicators stand in the list; others, of tests, behind. */
    static List<Figure> ordered(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingInt(
                        figure -> PLACES.getOrDefault(figure.indicator().code(), PLACES.size())))
                .toList();
    }
}
