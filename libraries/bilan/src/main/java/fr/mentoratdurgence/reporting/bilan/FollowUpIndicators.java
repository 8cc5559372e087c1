package fr.mentoratdurgence.reporting.bilan;

import static fr.mentoratdurgence.reporting.bilan.Indicator.count;
import static fr.mentoratdurgence.reporting.bilan.Indicators.CANCELLED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.CLOSED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.CONFIRMED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.CONTACTED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.CORRECTED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.DECLARED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.HANDED_OVER;
import static fr.mentoratdurgence.reporting.bilan.Indicators.HAND_OVER_UNDONE;
import static fr.mentoratdurgence.reporting.bilan.Indicators.HELD;
import static fr.mentoratdurgence.reporting.bilan.Indicators.INTERRUPTED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.NEED_WITHDRAWN;
import static fr.mentoratdurgence.reporting.bilan.Indicators.NOT_CONTACTED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.QUALIFIED;
import static fr.mentoratdurgence.reporting.bilan.Indicators.REVISED;

import fr.mentoratdurgence.reporting.bilan.Indicator.Exposure;
import fr.mentoratdurgence.reporting.bilan.Indicator.Kind;
import java.util.List;

/** The indicators of what is told of pairs beside their sessions, in the order of the bilan's page. */
final class FollowUpIndicators {
    private static final String ASKED_HOW_IT_GOES = "followup.check-in-scheduled.v1";
    private static final String SAID_HOW_IT_GOES = "followup.check-in-completed.v1";
    private static final String NOT_SAID_AFTER_ALL = "followup.check-in-undone.v1";
    private static final String NOT_SAID_IN_TIME = "followup.check-in-overdue.v1";
    private static final String ALERT = "followup.engagement-alert-raised.v1";
    private static final String ALERT_RESOLVED = "followup.engagement-alert-resolved.v1";
    private static final String ALERT_REOPENED = "followup.engagement-alert-reopened.v1";
    private static final String FIRST_CONTACT_LATE = "followup.first-contact-overdue.v1";
    private static final String FIRST_CONTACT_CHASED = "followup.first-contact-chased.v1";
    private static final String INTERVIEWED = "followup.exit-interview-recorded.v1";
    private static final String SHARED = "followup.resource-shared.v1";

    static final Indicator SUPPORTS_ASKED = count(
            Chapter.SUPPORTS, "supports.asked", "supports", DECLARED, REVISED, QUALIFIED, NEED_WITHDRAWN, CONFIRMED);
    static final Indicator SUPPORTS_GIVEN =
            count(Chapter.SUPPORTS, "supports.given", "supports", HELD, CORRECTED, CANCELLED);

    static final Indicator CHECKINS_ASKED = count(
            Chapter.CHECKINS,
            "checkins.asked",
            "checkins",
            ASKED_HOW_IT_GOES,
            SAID_HOW_IT_GOES,
            NOT_SAID_AFTER_ALL,
            NOT_SAID_IN_TIME);
    static final Indicator CHECKINS_ANSWERED =
            count(Chapter.CHECKINS, "checkins.answered", "checkins", SAID_HOW_IT_GOES, NOT_SAID_AFTER_ALL);
    static final Indicator CHECKINS_POOR =
            count(Chapter.CHECKINS, "checkins.poor", "checkins", SAID_HOW_IT_GOES, NOT_SAID_AFTER_ALL);
    static final Indicator CHECKINS_HEALTH = Indicator.of(
                    Chapter.CHECKINS,
                    "checkins.health",
                    Kind.MEASURE,
                    "ofFive",
                    1,
                    SAID_HOW_IT_GOES,
                    NOT_SAID_AFTER_ALL)
            .exposed(Exposure.ANALYSTS);
    static final Indicator CHECKINS_THEMES = count(
                    Chapter.CHECKINS, "checkins.themes", "themes", SAID_HOW_IT_GOES, NOT_SAID_AFTER_ALL)
            .exposed(Exposure.ANALYSTS);
    static final Indicator CONTACTS_CHASED = count(
                    Chapter.ALERTS, "contacts.chased", "chases", FIRST_CONTACT_LATE, FIRST_CONTACT_CHASED, ALERT)
            .exposed(Exposure.ANALYSTS);
    static final Indicator CONTACTS_AFTER_CHASE = count(
                    Chapter.ALERTS,
                    "contacts.after-chase",
                    "pairs",
                    FIRST_CONTACT_LATE,
                    FIRST_CONTACT_CHASED,
                    ALERT,
                    CONTACTED,
                    NOT_CONTACTED,
                    INTERRUPTED,
                    CLOSED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator SEATS_AFTERWARDS = count(Chapter.INTERRUPTIONS, "seats.afterwards", "places", INTERRUPTED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator SEATS_DUE = count(
                    Chapter.INTERRUPTIONS,
                    "seats.due",
                    "places",
                    "followup.seat-decision-due.v1",
                    "followup.seat-decided.v1")
            .exposed(Exposure.ANALYSTS);
    static final Indicator HAND_OVERS = count(
                    Chapter.REFERENTS, "referents.hand-overs", "handOvers", HANDED_OVER, HAND_OVER_UNDONE)
            .exposed(Exposure.ANALYSTS);
    static final Indicator ALERTS_RAISED =
            count(Chapter.ALERTS, "alerts.raised", "alerts", ALERT).exposed(Exposure.ANALYSTS);
    static final Indicator ALERTS_RESOLVED = count(
                    Chapter.ALERTS, "alerts.resolved", "alerts", ALERT_RESOLVED, ALERT_REOPENED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator ALERTS_OPEN = count(
                    Chapter.ALERTS, "alerts.open", "alerts", ALERT, ALERT_RESOLVED, ALERT_REOPENED)
            .exposed(Exposure.ANALYSTS);
    static final Indicator STEPS_TAKEN = count(
                    Chapter.ALERTS, "steps.taken", "steps", "followup.intervention-step-taken.v1")
            .exposed(Exposure.ANALYSTS);
    static final Indicator PAUSES_TOLD = count(Chapter.PAUSES, "pauses.told", "pauses", "followup.pair-paused.v1");
    static final Indicator PAUSES_SHORTENED =
            count(Chapter.PAUSES, "pauses.shortened", "pauses", "followup.pair-resumed.v1");
    static final Indicator EXITS_TOLD = count(Chapter.EXITS, "exits.told", "interviews", INTERVIEWED);
    static final Indicator EXITS_AGAIN = count(Chapter.EXITS, "exits.again", "interviews", INTERVIEWED);

    static final Indicator RESOURCES_PACKS = count(Chapter.RESOURCES, "resources.packs", "packs", SHARED);
    static final Indicator RESOURCES_SHARED = count(Chapter.RESOURCES, "resources.shared", "resources", SHARED);
    static final Indicator RESOURCES_USED =
            count(Chapter.RESOURCES, "resources.used", "resources", "followup.resource-used.v1");

    static final List<Indicator> ALL = List.of(
            SUPPORTS_ASKED,
            SUPPORTS_GIVEN,
            CHECKINS_ASKED,
            CHECKINS_ANSWERED,
            CHECKINS_POOR,
            CHECKINS_HEALTH,
            CHECKINS_THEMES,
            CONTACTS_CHASED,
            CONTACTS_AFTER_CHASE,
            ALERTS_RAISED,
            ALERTS_RESOLVED,
            ALERTS_OPEN,
            SEATS_AFTERWARDS,
            SEATS_DUE,
            HAND_OVERS,
            STEPS_TAKEN,
            PAUSES_TOLD,
            PAUSES_SHORTENED,
            EXITS_TOLD,
            EXITS_AGAIN,
            RESOURCES_PACKS,
            RESOURCES_SHARED,
            RESOURCES_USED);

    private FollowUpIndicators() {}
}
