package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInOverdue;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInUndone;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertRaised;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertReopened;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertResolved;
import fr.mentoratdurgence.contracts.followup.v1.ExitInterviewRecorded;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactChased;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndCorrected;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.PairResumed;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.ResourceUsed;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue;
import fr.mentoratdurgence.contracts.followup.v1.SessionCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionCorrected;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follow-up tells, counted by hand. */
class FollowUpFiguresTest {
    private static final LocalDate MONDAY = LocalDate.parse("2020-04-20");
    private static final Instant END = Instant.parse("2020-05-18T10:00:00Z");

    private final List<Told> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new TreeMap<>();

    @BeforeEach
    void two_pairs() {
        opened("pair-1", "94", "24");
        opened("pair-2", "75", "01");
    }

    @Test
    void kinds_of_support_are_counted_beside_what_was_asked() {
        tell(
                "needs",
                "need-1",
                MONDAY,
                new NeedDeclared(
                        "need-1",
                        "structure-a",
                        "94",
                        "24",
                        "REP",
                        List.of(
                                line(1, 3, List.of("METHOD", "HOMEWORK")),
                                line(2, 2, List.of("HOMEWORK")),
                                line(3, 1, List.of())),
                        "FORM",
                        MONDAY));
        held("session-1", 60, List.of("HOMEWORK"));
        held("session-2", 60, List.of("LISTENING", "HOMEWORK"));
        held("session-3", 60, List.of());

        assertThat(parts("supports.asked", Axis.SUPPORT)).isEqualTo(Map.of("HOMEWORK", 5L, "METHOD", 3L, "UNTOLD", 1L));
        assertThat(parts("supports.given", Axis.SUPPORT))
                .isEqualTo(Map.of("HOMEWORK", 2L, "LISTENING", 1L, "UNTOLD", 1L));
        assertThat(value("supports.given")).isEqualTo(BigDecimal.valueOf(4));
    }

    @Test
    void what_a_session_was_about_is_corrected_and_taken_back_with_it() {
        held("session-1", 60, List.of("HOMEWORK"));
        held("session-2", 60, List.of("CULTURE", "METHOD"));
        held("session-3", 60, List.of("HOMEWORK"));
        tell(
                "followup",
                "pair-1",
                MONDAY,
                new SessionCorrected(
                        "pair-1",
                        "session-2",
                        "MENTOR",
                        "MISTYPED",
                        60,
                        "VIDEO",
                        MONDAY,
                        List.of("METHOD", "CULTURE"),
                        60,
                        "VIDEO",
                        MONDAY,
                        List.of("ORIENTATION")));
        tell(
                "followup",
                "pair-1",
                MONDAY,
                new SessionCancelled(
                        "pair-1", "session-3", "MENTOR", "TOLD_TWICE", 60, "VIDEO", MONDAY, List.of("HOMEWORK")));

        assertThat(parts("supports.given", Axis.SUPPORT)).isEqualTo(Map.of("HOMEWORK", 1L, "ORIENTATION", 1L));
    }

    @Test
    void each_time_that_a_side_is_asked_is_answered_late_or_waits() {
        asked("pair-1", 1, "MENTOR");
        asked("pair-1", 1, "STRUCTURE");
        asked("pair-1", 2, "MENTOR");
        asked("pair-2", 1, "MENTOR");
        answered("pair-1", 1, "MENTOR", 5, MONDAY.plusDays(1));
        tell("followup", "pair-1", MONDAY, new CheckInOverdue("pair-1", 1, "STRUCTURE", MONDAY));
        tell("followup", "pair-1", MONDAY, new CheckInOverdue("pair-1", 2, "MENTOR", MONDAY));
        answered("pair-1", 2, "MENTOR", 2, MONDAY.plusDays(9));

        assertThat(parts("checkins.asked", Axis.CHECK_IN))
                .isEqualTo(Map.of("ANSWERED", 1L, "ANSWERED_LATE", 1L, "OVERDUE", 1L, "WAITING", 1L));
        assertThat(parts("checkins.asked", Axis.SIDE)).isEqualTo(Map.of("MENTOR", 3L, "STRUCTURE", 1L));
    }

    @Test
    void what_is_told_beside_a_pair_hides_nothing_that_is_told_of_it_under_the_same_number() {
        String id = "-0b6a1f7e-3c1d-4d52-9a55-06123456789a";
        String pair = "pair" + id;
        opened(pair, "94", "24");
        for (int number = 1; number <= 3; number++) {
            tell(
                    "followup",
                    pair,
                    MONDAY,
                    new SessionHeld(pair, "session-" + number, "MENTOR", 60, "VIDEO", MONDAY, List.of()));
            tell(
                    "followup",
                    "care" + id,
                    MONDAY,
                    new CheckInScheduled(pair, number, "MENTOR", "need-1", "mentor-1", MONDAY, MONDAY.plusDays(3), 1));
        }

        assertThat(value("sessions.held")).isEqualTo(BigDecimal.valueOf(3));
        assertThat(value("checkins.asked")).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void an_answer_that_was_taken_back_counts_no_more_and_the_next_one_does() {
        asked("pair-1", 1, "MENTOR");
        asked("pair-1", 1, "STRUCTURE");
        answered("pair-1", 1, "MENTOR", 1, MONDAY);
        tell("followup", "pair-1", MONDAY, new CheckInUndone("pair-1", 1, "MENTOR"));
        answered("pair-1", 1, "STRUCTURE", 2, MONDAY);
        tell("followup", "pair-1", MONDAY, new CheckInUndone("pair-1", 1, "STRUCTURE"));
        answered("pair-1", 1, "MENTOR", 4, MONDAY);

        assertThat(parts("checkins.answered", Axis.HEALTH)).isEqualTo(Map.of("4", 1L));
        assertThat(parts("checkins.asked", Axis.CHECK_IN)).isEqualTo(Map.of("ANSWERED", 1L, "WAITING", 1L));
    }

    @Test
    void an_end_that_was_corrected_counts_as_it_was_in_truth() {
        interrupted("pair-1", "MENTOR", "MENTOR_NO_TIME");
        interrupted("pair-2", "YOUTH", "SCHEDULE");
        opened("pair-3", "94", "24");
        tell("followup", "pair-3", MONDAY, new PairClosed("pair-3", "need-1", 1, 3, "mentor-1", false, MONDAY));
        tell(
                "followup",
                "pair-1",
                MONDAY,
                new PairEndCorrected(
                        "pair-1",
                        "MISTYPED",
                        "MENTOR",
                        "MENTOR_NO_TIME",
                        null,
                        MONDAY,
                        "YOUTH",
                        "LANGUAGE",
                        null,
                        MONDAY.plusDays(2)));
        tell(
                "followup",
                "pair-3",
                MONDAY,
                new PairEndCorrected(
                        "pair-3", "OTHERWISE", null, null, false, MONDAY, null, null, true, MONDAY.plusDays(1)));

        assertThat(value("pairs.interrupted")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(parts("pairs.interrupted", Axis.INTERRUPTION_REASON))
                .isEqualTo(Map.of("LANGUAGE", 1L, "SCHEDULE", 1L));
        assertThat(parts("pairs.interrupted", Axis.SIDE)).isEqualTo(Map.of("YOUTH", 2L));
        assertThat(value("pairs.closed-as-planned")).isEqualTo(BigDecimal.ONE);
        assertThat(value("pairs.closed-early")).isEqualTo(BigDecimal.ZERO);
        assertThat(value("pairs.alive")).isEqualTo(BigDecimal.ZERO);
    }

    private void interrupted(String pair, String side, String reason) {
        tell(
                "followup",
                pair,
                MONDAY,
                new PairInterrupted(pair, "need-1", 1, 1, "mentor-1", side, reason, "REPLACE", null, MONDAY));
    }

    @Test
    void an_alert_that_was_settled_by_mistake_is_open_and_one_that_was_put_off_by_mistake_changes_nothing() {
        for (String kind : List.of("SILENCE", "POOR_CHECK_IN")) {
            raised("pair-1", kind);
        }
        resolved("pair-1", "SILENCE", "CALLED_MENTOR");
        tell("followup", "pair-1", MONDAY, new EngagementAlertReopened("pair-1", "SILENCE", MONDAY, MONDAY));
        tell("followup", "pair-1", MONDAY, new EngagementAlertReopened("pair-1", "POOR_CHECK_IN", MONDAY, MONDAY));
        resolved("pair-1", "POOR_CHECK_IN", "CALLED_MENTOR");

        assertThat(value("alerts.raised")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(parts("alerts.resolved", Axis.ALERT)).isEqualTo(Map.of("POOR_CHECK_IN", 1L));
        assertThat(parts("alerts.open", Axis.ALERT)).isEqualTo(Map.of("SILENCE", 1L));
    }

    @Test
    void how_pairs_are_is_told_by_side_and_by_week() {
        answered("pair-1", 1, "MENTOR", 5, MONDAY);
        answered("pair-1", 1, "STRUCTURE", 2, MONDAY.plusDays(6));
        answered("pair-2", 1, "MENTOR", 4, MONDAY.plusDays(7));
        answered("pair-2", 1, "REFERENT", 1, MONDAY.plusDays(8));

        assertThat(value("checkins.health")).isEqualTo(new BigDecimal("3.0"));
        assertThat(part("checkins.health", Axis.SIDE, "MENTOR")).isEqualTo(new BigDecimal("4.5"));
        assertThat(part("checkins.health", Axis.WEEK, "2020-W17")).isEqualTo(new BigDecimal("3.5"));
        assertThat(part("checkins.health", Axis.WEEK, "2020-W18")).isEqualTo(new BigDecimal("2.5"));
        assertThat(parts("checkins.answered", Axis.HEALTH)).isEqualTo(Map.of("1", 1L, "2", 1L, "4", 1L, "5", 1L));
        assertThat(parts("checkins.answered", Axis.WEEK)).isEqualTo(Map.of("2020-W17", 2L, "2020-W18", 2L));
        assertThat(parts("checkins.poor", Axis.SIDE)).isEqualTo(Map.of("STRUCTURE", 1L, "REFERENT", 1L));
    }

    @Test
    void an_alert_that_was_settled_is_open_no_more_until_it_comes_again() {
        raised("pair-1", "SILENCE");
        resolved("pair-1", "SILENCE", "CALLED_MENTOR");
        raised("pair-1", "SILENCE");
        raised("pair-2", "SILENCE");
        raised("pair-2", "NO_SHOW_STREAK");
        resolved("pair-2", "NO_SHOW_STREAK", "FALSE_ALARM");
        tell("followup", "pair-2", MONDAY, new InterventionStepTaken("pair-2", "mentor-1", "WARNING", MONDAY));

        assertThat(parts("alerts.raised", Axis.ALERT)).isEqualTo(Map.of("SILENCE", 3L, "NO_SHOW_STREAK", 1L));
        assertThat(parts("alerts.open", Axis.ALERT)).isEqualTo(Map.of("SILENCE", 2L));
        assertThat(parts("alerts.resolved", Axis.ALERT_OUTCOME))
                .isEqualTo(Map.of("CALLED_MENTOR", 1L, "FALSE_ALARM", 1L));
        assertThat(parts("steps.taken", Axis.STEP)).isEqualTo(Map.of("WARNING", 1L));
    }

    @Test
    void pauses_and_interviews_are_told_by_who_says_so() {
        tell(
                "followup",
                "pair-1",
                MONDAY,
                new PairPaused("pair-1", "STRUCTURE", "YOUTH_AWAY", MONDAY.plusDays(30), MONDAY.plusDays(40)));
        tell("followup", "pair-2", MONDAY, new PairPaused("pair-2", "MENTOR", "HOLIDAYS", MONDAY, MONDAY.plusDays(9)));
        tell("followup", "pair-2", MONDAY, new PairResumed("pair-2", "OPERATION", MONDAY.plusDays(3)));
        tell("followup", "pair-1", MONDAY, new ExitInterviewRecorded("pair-1", "MENTOR", "HELPED", true, MONDAY));
        tell("followup", "pair-1", MONDAY, new ExitInterviewRecorded("pair-1", "YOUTH", "HELPED_A_LOT", true, MONDAY));
        tell("followup", "pair-2", MONDAY, new ExitInterviewRecorded("pair-2", "MENTOR", "HELPED", false, MONDAY));

        assertThat(parts("pauses.told", Axis.PAUSE_REASON)).isEqualTo(Map.of("YOUTH_AWAY", 1L, "HOLIDAYS", 1L));
        assertThat(parts("pauses.shortened", Axis.SIDE)).isEqualTo(Map.of("OPERATION", 1L));
        assertThat(parts("exits.told", Axis.EXIT_OUTCOME)).isEqualTo(Map.of("HELPED", 2L, "HELPED_A_LOT", 1L));
        assertThat(parts("exits.again", Axis.SIDE)).isEqualTo(Map.of("MENTOR", 1L, "YOUTH", 1L));
    }

    @Test
    void each_theme_of_an_answer_counts_and_an_answer_that_was_taken_back_does_not() {
        answered("pair-1", 1, "MENTOR", 4, List.of("PROGRESS", "GOOD_RELATION"));
        answered("pair-1", 1, "STRUCTURE", 2, List.of("FAMILY_WORRIED", "PROGRESS"));
        answered("pair-2", 1, "MENTOR", 5, List.of());
        answered("pair-2", 1, "STRUCTURE", 1, List.of("MOTIVATION"));
        tell("followup", "pair-2", MONDAY, new CheckInUndone("pair-2", 1, "STRUCTURE"));

        assertThat(parts("checkins.themes", Axis.THEME))
                .isEqualTo(Map.of("PROGRESS", 2L, "GOOD_RELATION", 1L, "FAMILY_WORRIED", 1L, "UNTOLD", 1L));
        assertThat(value("checkins.themes")).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void a_first_contact_is_chased_step_by_step_and_the_last_one_that_led_to_it_is_told() {
        for (String pair : List.of("pair-3", "pair-4", "pair-5", "pair-6")) {
            opened(pair, "94", "24");
        }
        for (String pair : List.of("pair-1", "pair-2", "pair-3", "pair-4", "pair-5")) {
            tell("followup", pair, MONDAY.plusDays(2), new FirstContactOverdue(pair, END));
        }
        contacted("pair-1", MONDAY.plusDays(3)); // the letters were enough
        for (String pair : List.of("pair-2", "pair-3", "pair-4", "pair-5")) {
            tell("followup", pair, MONDAY.plusDays(5), new FirstContactChased(pair, "REFERENT_CALLS", END, 1));
        }
        contacted("pair-2", MONDAY.plusDays(6)); // the call was
        for (String pair : List.of("pair-3", "pair-4", "pair-5")) {
            tell(
                    "followup",
                    pair,
                    MONDAY.plusDays(7),
                    new EngagementAlertRaised(pair, "FIRST_CONTACT", 7, MONDAY, MONDAY.plusDays(7), 1));
        }
        contacted("pair-3", MONDAY.plusDays(9));
        interrupted("pair-4", "CLOSE");
        contacted("pair-6", MONDAY.plusDays(1)); // nobody had to ask
        raised("pair-6", "SILENCE");

        assertThat(parts("contacts.chased", Axis.CHASE)).isEqualTo(Map.of("LETTERS", 5L, "CALL", 4L, "ALERT", 3L));
        assertThat(parts("contacts.after-chase", Axis.AFTER_CHASE))
                .isEqualTo(
                        Map.of("AFTER_LETTERS", 1L, "AFTER_CALL", 1L, "AFTER_ALERT", 1L, "ENDED", 1L, "WAITING", 1L));
    }

    @Test
    void what_becomes_of_a_place_is_told_at_the_end_and_when_its_day_has_come() {
        for (String pair : List.of("pair-3", "pair-4", "pair-5")) {
            opened(pair, "94", "24");
        }
        interrupted("pair-1", "REPLACE");
        for (String pair : List.of("pair-2", "pair-3", "pair-4")) {
            interrupted(pair, "HOLD");
        }
        decided("pair-2", "CLOSE"); // before its day
        due("pair-3");
        decided("pair-3", "HOLD");
        due("pair-3");
        decided("pair-3", "REPLACE");
        due("pair-4");
        interrupted("pair-5", "CLOSE");
        tell(
                "followup",
                "pair-5",
                MONDAY,
                new PairEndUndone("pair-5", "proposal-pair-5", terms("pair-5", "94", "24"), MONDAY));

        assertThat(parts("seats.afterwards", Axis.SEAT)).isEqualTo(Map.of("REPLACE", 1L, "HOLD", 3L));
        assertThat(parts("seats.due", Axis.SEAT)).isEqualTo(Map.of("HOLD", 1L, "REPLACE", 1L, "WAITING", 1L));
    }

    @Test
    void a_pair_that_was_handed_over_is_a_load_of_whoever_follows_it_now() {
        opened("pair-3", "94", "24");
        handedOver("pair-1", "account-1", "account-2", MONDAY.plusDays(9));
        handedOver("pair-1", "account-2", "account-1", null);
        handedOver("pair-2", "account-1", "account-2", null);
        handedOver("pair-3", "account-1", "account-2", null);
        tell(
                "followup",
                "pair-3",
                MONDAY,
                new PairHandOverUndone("pair-3", "need-1", "mentor-1", "account-2", "account-1", null));

        assertThat(parts("referents.hand-overs", Axis.HAND_OVER))
                .isEqualTo(Map.of("FOR_A_TIME", 1L, "BACK", 1L, "FOR_GOOD", 1L));
        assertThat(value("referents.largest-load")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("referents.by-load")).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void what_was_shared_and_used_is_counted_by_level() {
        shared("share-1", "resource-1", 1, null, "FAMILY");
        shared("share-1", "resource-2", 1, null, "MENTOR");
        shared("share-2", "resource-1", 1, "pair-1", "MENTOR");
        tell(
                "followup",
                "pack-1",
                MONDAY,
                new ResourceUsed(
                        "pack-1", "need-1", 1, "pair-1", "resource-1", "CM1_CM2", "HOMEWORK", "MENTOR", MONDAY));

        assertThat(parts("resources.packs", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 2L));
        assertThat(parts("resources.shared", Axis.FOR_WHOM)).isEqualTo(Map.of("MENTOR", 2L, "FAMILY", 1L));
        assertThat(parts("resources.shared", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 3L));
        assertThat(parts("resources.used", Axis.SUPPORT)).isEqualTo(Map.of("HOMEWORK", 1L));
    }

    @Test
    void a_territory_counts_its_own_pairs_and_small_numbers_stay_secret() {
        for (int number = 1; number <= 7; number++) {
            asked("pair-1", number, "MENTOR");
        }
        asked("pair-2", 1, "STRUCTURE");
        raised("pair-1", "SILENCE");

        Scope creteil = new Scope(END, null, new Territory(Territory.Kind.ACADEMIE, "24"));
        assertThat(Season.bilan(facts, creteil).figure("checkins.asked").value())
                .isEqualTo(BigDecimal.valueOf(7));
        Bilan published = Secrecy.publish(Season.bilan(facts, Scope.at(END)), Territory.NATION);
        assertThat(published.figure("checkins.asked").part(Axis.CHECK_IN, "WAITING"))
                .isNotEqualTo(BigDecimal.valueOf(8));
        assertThat(published.figure("checkins.asked").part(Axis.SIDE, "STRUCTURE"))
                .isNull();
        assertThat(published.find("alerts.raised")).isEmpty();
        assertThat(published.find("checkins.health")).isEmpty();
        for (String inside : List.of(
                "checkins.themes",
                "contacts.chased",
                "contacts.after-chase",
                "seats.afterwards",
                "seats.due",
                "referents.hand-overs")) {
            assertThat(Season.bilan(facts, Scope.at(END)).find(inside)).isPresent();
            assertThat(published.find(inside)).as(inside).isEmpty();
        }
    }

    @Test
    void the_same_facts_in_another_order_and_twice_have_the_same_hash() {
        raised("pair-1", "SILENCE");
        resolved("pair-1", "SILENCE", "CALLED_MENTOR");
        asked("pair-1", 1, "MENTOR");
        answered("pair-1", 1, "MENTOR", 3, MONDAY);
        shared("share-1", "resource-1", 1, "pair-1", "MENTOR");
        held("session-1", 60, List.of("METHOD", "HOMEWORK"));
        handedOver("pair-2", "account-1", "account-2", MONDAY.plusDays(9));
        handedOver("pair-2", "account-2", "account-1", null);
        interrupted("pair-2", "HOLD");
        due("pair-2");
        decided("pair-2", "HOLD");
        due("pair-2");
        List<Told> again = new ArrayList<>(facts);
        again.addAll(facts);
        Collections.reverse(again);

        assertThat(Season.bilan(again, Scope.at(END)).hash())
                .isEqualTo(Season.bilan(facts, Scope.at(END)).hash());
    }

    private static NeedLine line(int number, int places, List<String> supports) {
        return new NeedLine(number, "CM1_CM2", places, supports, List.of(), List.of(), List.of(), false);
    }

    private void opened(String pair, String departement, String academie) {
        tell(
                "followup",
                pair,
                MONDAY,
                new PairOpened(pair, "proposal-" + pair, terms(pair, departement, academie), MONDAY, END));
    }

    private static PairTerms terms(String pair, String departement, String academie) {
        return new PairTerms(
                "need-" + pair,
                1,
                1,
                "mentor-1",
                "structure-a",
                "account-1",
                departement,
                academie,
                "CM1_CM2",
                "REP",
                MONDAY);
    }

    private void contacted(String pair, LocalDate on) {
        tell("followup", pair, on, new FirstContactConfirmed(pair, "MENTOR", on));
    }

    private void interrupted(String pair, String afterwards) {
        tell(
                "followup",
                pair,
                MONDAY,
                new PairInterrupted(
                        pair,
                        "need-" + pair,
                        1,
                        1,
                        "mentor-1",
                        "MENTOR",
                        "MENTOR_AWAY_FOR_A_TIME",
                        afterwards,
                        afterwards.equals("HOLD") ? MONDAY.plusDays(7) : null,
                        MONDAY));
    }

    private void due(String pair) {
        tell("followup", pair, MONDAY, new SeatDecisionDue(pair, "need-" + pair, 1, 1, "mentor-1", MONDAY));
    }

    private void decided(String pair, String afterwards) {
        tell(
                "followup",
                pair,
                MONDAY,
                new SeatDecided(pair, "need-" + pair, 1, 1, "mentor-1", afterwards, null, MONDAY));
    }

    private void handedOver(String pair, String from, String to, @Nullable LocalDate until) {
        tell("followup", pair, MONDAY, new PairHandedOver(pair, "need-" + pair, "mentor-1", from, to, until, MONDAY));
    }

    private void held(String session, int minutes, List<String> supports) {
        tell(
                "followup",
                "pair-1",
                MONDAY,
                new SessionHeld("pair-1", session, "MENTOR", minutes, "VIDEO", MONDAY, supports));
    }

    private void asked(String pair, int number, String side) {
        tell(
                "followup",
                pair,
                MONDAY,
                new CheckInScheduled(pair, number, side, "need-1", "mentor-1", MONDAY, MONDAY.plusDays(3), 1));
    }

    private void answered(String pair, int number, String side, int health, List<String> themes) {
        tell("followup", pair, MONDAY, new CheckInCompleted(pair, number, side, health, themes, "ACCOUNT", MONDAY));
    }

    private void answered(String pair, int number, String side, int health, LocalDate on) {
        tell("followup", pair, on, new CheckInCompleted(pair, number, side, health, List.of(), "ACCOUNT", on));
    }

    private void raised(String pair, String kind) {
        tell("followup", pair, MONDAY, new EngagementAlertRaised(pair, kind, 14, MONDAY, MONDAY, 1));
    }

    private void resolved(String pair, String kind, String outcome) {
        tell("followup", pair, MONDAY, new EngagementAlertResolved(pair, kind, outcome, MONDAY));
    }

    private void shared(String share, String resource, int line, @Nullable String pair, String side) {
        tell(
                "followup",
                "pack-1",
                MONDAY,
                new ResourceShared(
                        "pack-1",
                        share,
                        "need-1",
                        line,
                        pair,
                        pair == null ? null : "mentor-1",
                        resource,
                        "CM1_CM2",
                        "HOMEWORK",
                        side,
                        MONDAY));
    }

    private void tell(String source, String subject, LocalDate on, Object contract) {
        long sequence = sequences.merge(subject, 0L, (last, _) -> last + 1);
        facts.add(Season.told(
                source,
                subject,
                sequence,
                on.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(sequence),
                contract));
    }

    private @Nullable BigDecimal value(String code) {
        return Season.bilan(facts, Scope.at(END)).figure(code).value();
    }

    private @Nullable BigDecimal part(String code, Axis axis, String key) {
        return Season.bilan(facts, Scope.at(END)).figure(code).part(axis, key);
    }

    private Map<String, Long> parts(String code, Axis axis) {
        Map<String, Long> parts = new TreeMap<>();
        Season.bilan(facts, Scope.at(END))
                .figure(code)
                .parts(axis)
                .forEach(part -> parts.put(part.key(), part.value().longValueExact()));
        return parts;
    }
}
