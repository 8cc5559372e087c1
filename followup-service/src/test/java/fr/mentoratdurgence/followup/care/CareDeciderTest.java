package fr.mentoratdurgence.followup.care;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.care.CareCommand.AskCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.AskHelp;
import fr.mentoratdurgence.followup.care.CareCommand.ChaseFirstContact;
import fr.mentoratdurgence.followup.care.CareCommand.CompleteCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ConfirmIntroduction;
import fr.mentoratdurgence.followup.care.CareCommand.CorrectCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.FollowPair;
import fr.mentoratdurgence.followup.care.CareCommand.JudgePace;
import fr.mentoratdurgence.followup.care.CareCommand.LogCall;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeLongSilence;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeUnanswered;
import fr.mentoratdurgence.followup.care.CareCommand.ReopenAlert;
import fr.mentoratdurgence.followup.care.CareCommand.ResolveAlert;
import fr.mentoratdurgence.followup.care.CareCommand.SnoozeAlert;
import fr.mentoratdurgence.followup.care.CareCommand.TakeBackHelp;
import fr.mentoratdurgence.followup.care.CareCommand.TakeStep;
import fr.mentoratdurgence.followup.care.CareCommand.UndoCheckIn;
import fr.mentoratdurgence.followup.care.CareDecider.Asked;
import fr.mentoratdurgence.followup.care.CareEvent.CallLogged;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInCompleted;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInOverdue;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInScheduled;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInUndone;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertRaised;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertReopened;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertResolved;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertSnoozed;
import fr.mentoratdurgence.followup.care.CareEvent.FirstContactChased;
import fr.mentoratdurgence.followup.care.CareEvent.InterventionStepTaken;
import fr.mentoratdurgence.followup.care.CareEvent.IntroductionConfirmed;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.followup.pairs.PairNow.Session;
import fr.mentoratdurgence.followup.pairs.Pauses;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of the care for a pair, in the Val-de-Marne (holidays of zone C: 4 to 19 April 2020). */
class CareDeciderTest {
    private static final String PAIR = "pair-1";
    private static final FollowupPolicy POLICY = FollowupPolicy.read(1);
    private static final LocalDate OPENED = LocalDate.of(2020, 4, 21);
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 12);
    private static final Instant DUE = Instant.parse("2020-04-23T08:00:00Z");

    private final DeciderFixture<Asked, Care, CareEvent> care = new DeciderFixture<>(CareDecider.CARE);

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2020, month, day);
    }

    private static PairNow pair(@Nullable LocalDate contacted, @Nullable LocalDate ended, Session... sessions) {
        return new PairNow("need-1", "mentor-1", "94", OPENED, DUE, contacted, ended, List.of(sessions), Pauses.NONE);
    }

    private static Session held(int month, int day, int minutes) {
        return new Session(day(month, day), true, minutes, false);
    }

    private static Session missed(int month, int day, boolean excused) {
        return new Session(day(month, day), false, 0, excused);
    }

    private static Asked asked(CareCommand command, PairNow pair) {
        return new Asked(command, pair, POLICY);
    }

    private static final PairNow FRESH = pair(null, null);
    private static final PairNow MET = pair(day(4, 22), null);
    private static final PairNow OVER = pair(day(4, 22), day(5, 10));

    private static CheckInScheduled scheduled(int number, CheckInSide side) {
        return new CheckInScheduled(PAIR, number, side, "need-1", "mentor-1", day(4, 28), day(5, 3), 1);
    }

    private static CheckInCompleted completed(int number, CheckInSide side, int health) {
        return new CheckInCompleted(PAIR, number, side, health, List.of(), Via.LINK, TODAY);
    }

    private static CompleteCheckIn answer(CheckInSide side, int health, CheckInTheme... themes) {
        return new CompleteCheckIn(PAIR, side, health, List.of(themes), Via.LINK, TODAY);
    }

    private static EngagementAlertRaised raised(AlertKind kind, int measure, LocalDate since, LocalDate on) {
        return new EngagementAlertRaised(PAIR, kind, measure, since, on, 1);
    }

    private static EngagementAlertResolved resolved(AlertKind kind, AlertOutcome outcome, LocalDate on) {
        return new EngagementAlertResolved(PAIR, kind, outcome, on);
    }

    @Test
    void an_introduction_is_confirmed_once_within_the_life_of_the_pair() {
        IntroductionConfirmed introduced = new IntroductionConfirmed(PAIR, Side.STRUCTURE, day(4, 22));
        ConfirmIntroduction confirm = new ConfirmIntroduction(PAIR, Side.STRUCTURE, day(4, 22), TODAY);
        care.given().when(asked(confirm, FRESH)).then(introduced);
        care.given(introduced).when(asked(confirm, FRESH)).thenRejected(CareRejection.INTRODUCTION_ALREADY_CONFIRMED);
        care.given().when(asked(confirm, OVER)).thenRejected(CareRejection.PAIR_IS_OVER);
        care.given()
                .when(asked(new ConfirmIntroduction(PAIR, Side.STRUCTURE, day(4, 20), TODAY), FRESH))
                .thenRejected(CareRejection.DAY_BEFORE_OPENING);
        care.given()
                .when(asked(new ConfirmIntroduction(PAIR, Side.STRUCTURE, TODAY.plusDays(1), TODAY), FRESH))
                .thenRejected(CareRejection.DAY_IN_FUTURE);
    }

    @Test
    void a_first_contact_that_nobody_confirms_is_chased_with_growing_steps_and_with_their_own_days() {
        care.given()
                .when(asked(new ChaseFirstContact(PAIR, ContactChase.REFERENT_CALLS, day(4, 26), TODAY), FRESH))
                .then(new FirstContactChased(PAIR, ContactChase.REFERENT_CALLS, DUE, 1));
        care.given()
                .when(asked(new ChaseFirstContact(PAIR, ContactChase.ALERT, day(4, 28), TODAY), FRESH))
                .then(raised(AlertKind.FIRST_CONTACT, 7, OPENED, day(4, 28)));
        for (PairNow settled : List.of(MET, OVER)) {
            care.given()
                    .when(asked(new ChaseFirstContact(PAIR, ContactChase.ALERT, day(4, 28), TODAY), settled))
                    .thenNothing();
        }
        care.given(raised(AlertKind.FIRST_CONTACT, 7, OPENED, day(4, 28)))
                .when(asked(new FollowPair(PAIR, TODAY), MET))
                .then(resolved(AlertKind.FIRST_CONTACT, AlertOutcome.CONTACT_MADE, TODAY));
    }

    @Test
    void all_three_sides_are_asked_once_for_each_time() {
        AskCheckIn first = new AskCheckIn(PAIR, 1, day(4, 28), TODAY);
        care.given()
                .when(asked(first, MET))
                .then(
                        scheduled(1, CheckInSide.MENTOR),
                        scheduled(1, CheckInSide.STRUCTURE),
                        scheduled(1, CheckInSide.REFERENT));
        care.given(scheduled(1, CheckInSide.MENTOR)).when(asked(first, MET)).thenNothing();
        care.given().when(asked(first, OVER)).thenNothing();
    }

    @Test
    void an_answer_is_taken_once_and_a_bad_one_is_an_alert() {
        CheckInScheduled open = scheduled(1, CheckInSide.MENTOR);
        care.given(open).when(asked(answer(CheckInSide.MENTOR, 5), MET)).then(completed(1, CheckInSide.MENTOR, 5));
        care.given(open, completed(1, CheckInSide.MENTOR, 5))
                .when(asked(answer(CheckInSide.MENTOR, 5), MET))
                .thenRejected(CareRejection.CHECK_IN_ALREADY_ANSWERED);
        care.given(open)
                .when(asked(answer(CheckInSide.STRUCTURE, 5), MET))
                .thenRejected(CareRejection.NO_CHECK_IN_ASKED);
        care.given(open)
                .when(asked(answer(CheckInSide.MENTOR, 6), MET))
                .thenRejected(CareRejection.HEALTH_OUT_OF_RANGE);
        care.given(open).when(asked(answer(CheckInSide.MENTOR, 4), OVER)).thenRejected(CareRejection.PAIR_IS_OVER);
        care.given(open)
                .when(asked(answer(CheckInSide.MENTOR, 2, CheckInTheme.MOTIVATION, CheckInTheme.MOTIVATION), MET))
                .then(
                        new CheckInCompleted(
                                PAIR, 1, CheckInSide.MENTOR, 2, List.of(CheckInTheme.MOTIVATION), Via.LINK, TODAY),
                        raised(AlertKind.POOR_CHECK_IN, 2, TODAY, TODAY));
    }

    @Test
    void a_side_asks_for_help_by_itself_until_the_team_has_seen_to_it() {
        AskHelp another = new AskHelp(PAIR, CheckInSide.STRUCTURE, HelpWish.CHANGE, TODAY);
        EngagementAlertRaised asks = raised(AlertKind.STRUCTURE_ASKS, 2, TODAY, TODAY);
        care.given().when(asked(another, MET)).then(asks);
        care.given(asks).when(asked(another, MET)).thenRejected(CareRejection.HELP_ALREADY_ASKED);
        // the other side speaks for itself, the team for a side that it names
        care.given(asks)
                .when(asked(new AskHelp(PAIR, CheckInSide.MENTOR, HelpWish.TALK, TODAY), MET))
                .then(raised(AlertKind.MENTOR_ASKS, 1, TODAY, TODAY));
        care.given()
                .when(asked(new AskHelp(PAIR, CheckInSide.REFERENT, HelpWish.TALK, TODAY), MET))
                .thenRejected(CareRejection.HELP_FOR_WHOM);
        care.given().when(asked(another, OVER)).thenRejected(CareRejection.PAIR_IS_OVER);

        TakeBackHelp back = new TakeBackHelp(PAIR, CheckInSide.STRUCTURE, TODAY);
        EngagementAlertResolved gone = resolved(AlertKind.STRUCTURE_ASKS, AlertOutcome.TAKEN_BACK, TODAY);
        care.given(asks).when(asked(back, MET)).then(gone);
        care.given(asks, new EngagementAlertSnoozed(PAIR, AlertKind.STRUCTURE_ASKS, TODAY.plusDays(3)))
                .when(asked(back, MET))
                .thenRejected(CareRejection.NO_LONGER_UNDONE);
        care.given(asks, gone).when(asked(back, MET)).thenRejected(CareRejection.NO_LONGER_UNDONE);
        care.given(asks, gone).when(asked(another, MET)).then(asks);
    }

    @Test
    void who_does_not_answer_is_told_once_with_the_day_and_a_late_answer_settles_it() {
        CheckInScheduled mentor = scheduled(1, CheckInSide.MENTOR);
        CheckInScheduled structure = scheduled(1, CheckInSide.STRUCTURE);
        NoticeUnanswered notice = new NoticeUnanswered(PAIR, 1, day(5, 4), TODAY);
        CheckInOverdue overdue = new CheckInOverdue(PAIR, 1, CheckInSide.STRUCTURE, day(5, 3));
        EngagementAlertRaised unanswered = raised(AlertKind.UNANSWERED_CHECK_IN, 1, day(5, 4), day(5, 4));
        care.given(mentor, structure, completed(1, CheckInSide.MENTOR, 4))
                .when(asked(notice, MET))
                .then(overdue, unanswered);
        care.given(mentor, structure, completed(1, CheckInSide.MENTOR, 4), overdue, unanswered)
                .when(asked(notice, MET))
                .thenNothing();
        care.given(mentor, structure, completed(1, CheckInSide.MENTOR, 4), overdue, unanswered)
                .when(asked(answer(CheckInSide.STRUCTURE, 4), MET))
                .then(
                        completed(1, CheckInSide.STRUCTURE, 4),
                        resolved(AlertKind.UNANSWERED_CHECK_IN, AlertOutcome.ANSWERED, TODAY));
    }

    @Test
    void fourteen_days_of_school_time_without_news_are_an_alert_until_there_are_some() {
        // silent since 22 April: the fifteenth day of school time is 7 May
        care.given()
                .when(asked(new NoticeLongSilence(PAIR, day(5, 6), TODAY), MET))
                .thenNothing();
        EngagementAlertRaised silence = raised(AlertKind.SILENCE, 15, day(4, 22), day(5, 7));
        care.given()
                .when(asked(new NoticeLongSilence(PAIR, day(5, 7), TODAY), MET))
                .then(silence);
        care.given(silence)
                .when(asked(new NoticeLongSilence(PAIR, day(5, 7), TODAY), MET))
                .thenNothing();
        care.given(silence)
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, held(5, 11, 60))))
                .then(resolved(AlertKind.SILENCE, AlertOutcome.CONTACT_MADE, TODAY));
        care.given()
                .when(asked(new NoticeLongSilence(PAIR, day(5, 7), TODAY), pair(day(4, 22), null, held(5, 1, 60))))
                .thenNothing();
    }

    @Test
    void the_days_of_a_pause_are_no_silence() {
        PairNow rested = new PairNow(
                "need-1",
                "mentor-1",
                "94",
                OPENED,
                DUE,
                day(4, 22),
                null,
                List.of(),
                new Pauses(List.of(new Pauses.Pause(day(4, 27), day(5, 1)))));
        care.given()
                .when(asked(new NoticeLongSilence(PAIR, day(5, 11), TODAY), rested))
                .thenNothing();
        care.given()
                .when(asked(new NoticeLongSilence(PAIR, day(5, 12), TODAY), rested))
                .then(raised(AlertKind.SILENCE, 20, day(4, 22), day(5, 12)));
    }

    @Test
    void two_absences_in_a_row_without_a_word_are_a_question_and_three_an_alert_that_a_session_settles() {
        Session[] two = {held(4, 24, 60), missed(4, 28, false), missed(5, 1, true), missed(5, 5, false)};
        EngagementAlertRaised question = raised(AlertKind.NO_SHOW_QUESTION, 2, day(5, 5), TODAY);
        care.given()
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, two[0], two[1], two[2])))
                .thenNothing();
        care.given()
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, two)))
                .then(question);
        care.given(question)
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, two)))
                .thenNothing();
        Session[] three =
                Stream.concat(Stream.of(two), Stream.of(missed(5, 8, false))).toArray(Session[]::new);
        EngagementAlertRaised streak = raised(AlertKind.NO_SHOW_STREAK, 3, day(5, 8), TODAY);
        care.given(question)
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, three)))
                .then(resolved(AlertKind.NO_SHOW_QUESTION, AlertOutcome.ESCALATED, TODAY), streak);
        // settled by hand, it is not raised again for the same absence
        care.given(streak, resolved(AlertKind.NO_SHOW_STREAK, AlertOutcome.CALLED_MENTOR, TODAY))
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, three)))
                .thenNothing();
        Session[] back =
                Stream.concat(Stream.of(three), Stream.of(held(5, 11, 60))).toArray(Session[]::new);
        care.given(streak)
                .when(asked(new FollowPair(PAIR, TODAY), pair(day(4, 22), null, back)))
                .then(resolved(AlertKind.NO_SHOW_STREAK, AlertOutcome.CONTACT_MADE, TODAY));
    }

    @Test
    void less_than_an_hour_a_week_over_three_weeks_of_school_is_an_alert_and_more_than_two_a_question() {
        JudgePace monday = new JudgePace(PAIR, day(5, 18), TODAY);
        // the first whole weeks begin on 27 April, 4 and 11 May
        EngagementAlertRaised few = raised(AlertKind.TOO_FEW_HOURS, 179, day(4, 27), day(5, 18));
        care.given()
                .when(asked(
                        monday,
                        pair(day(4, 22), null, held(4, 24, 240), held(4, 27, 60), held(5, 4, 60), held(5, 17, 59))))
                .then(few);
        care.given(few)
                .when(asked(monday, pair(day(4, 22), null, held(4, 27, 60), held(5, 4, 60), held(5, 17, 60))))
                .then(resolved(AlertKind.TOO_FEW_HOURS, AlertOutcome.PACE_RECOVERED, TODAY));
        care.given()
                .when(asked(monday, pair(day(4, 22), null, held(4, 27, 180), held(5, 4, 120), held(5, 17, 61))))
                .then(raised(AlertKind.TOO_MANY_HOURS, 361, day(4, 27), day(5, 18)));
        // two whole weeks are too few to judge
        care.given()
                .when(asked(new JudgePace(PAIR, day(5, 11), TODAY), pair(day(4, 22), null)))
                .thenNothing();
        care.given(raised(AlertKind.SILENCE, 15, day(4, 22), day(5, 7)))
                .when(asked(monday, pair(day(4, 22), null)))
                .thenNothing();
    }

    @Test
    void an_alert_is_put_off_within_two_months_and_settled_once_with_what_somebody_did() {
        EngagementAlertRaised silence = raised(AlertKind.SILENCE, 15, day(4, 22), day(5, 7));
        care.given(silence)
                .when(asked(new SnoozeAlert(PAIR, AlertKind.SILENCE, TODAY.plusDays(7), TODAY), MET))
                .then(new EngagementAlertSnoozed(PAIR, AlertKind.SILENCE, TODAY.plusDays(7)));
        for (LocalDate wrong : List.of(TODAY, TODAY.plusDays(61))) {
            care.given(silence)
                    .when(asked(new SnoozeAlert(PAIR, AlertKind.SILENCE, wrong, TODAY), MET))
                    .thenRejected(CareRejection.SNOOZE_OUT_OF_RANGE);
        }
        ResolveAlert resolve = new ResolveAlert(PAIR, AlertKind.SILENCE, AlertOutcome.CALLED_MENTOR, TODAY);
        EngagementAlertResolved settled = resolved(AlertKind.SILENCE, AlertOutcome.CALLED_MENTOR, TODAY);
        care.given(silence).when(asked(resolve, MET)).then(settled);
        care.given(silence, settled).when(asked(resolve, MET)).thenRejected(CareRejection.NO_SUCH_ALERT);
        care.given(silence)
                .when(asked(new ResolveAlert(PAIR, AlertKind.SILENCE, AlertOutcome.PAIR_ENDED, TODAY), MET))
                .thenRejected(CareRejection.OUTCOME_NOT_TO_CHOOSE);
        care.given(silence)
                .when(asked(new FollowPair(PAIR, TODAY), OVER))
                .then(resolved(AlertKind.SILENCE, AlertOutcome.PAIR_ENDED, TODAY));
    }

    @Test
    void calls_are_noted_also_after_the_end_and_a_probation_begins_and_ends_once() {
        LogCall call = new LogCall(PAIR, CallPartner.FAMILY, CallReason.SILENCE, true, day(5, 11), TODAY);
        care.given()
                .when(asked(call, OVER))
                .then(new CallLogged(PAIR, CallPartner.FAMILY, CallReason.SILENCE, true, day(5, 11)));
        InterventionStepTaken probation =
                new InterventionStepTaken(PAIR, "mentor-1", InterventionStep.PROBATION, TODAY);
        InterventionStepTaken ended =
                new InterventionStepTaken(PAIR, "mentor-1", InterventionStep.PROBATION_ENDED, TODAY);
        TakeStep begin = new TakeStep(PAIR, InterventionStep.PROBATION, TODAY);
        TakeStep end = new TakeStep(PAIR, InterventionStep.PROBATION_ENDED, TODAY);
        care.given().when(asked(begin, MET)).then(probation);
        care.given(probation).when(asked(begin, MET)).thenRejected(CareRejection.ALREADY_ON_PROBATION);
        care.given(probation).when(asked(end, OVER)).then(ended);
        care.given(probation, ended).when(asked(end, MET)).thenRejected(CareRejection.NOT_ON_PROBATION);
    }

    @Test
    void the_times_to_ask_come_from_the_rules() {
        assertThat(Stream.of(1, 2, 3, 4).map(POLICY::checkInDay)).containsExactly(7, 21, 51, 81);
    }

    @Test
    void what_was_settled_or_put_off_by_mistake_stands_as_it_was_raised() {
        EngagementAlertRaised raised =
                new EngagementAlertRaised(PAIR, AlertKind.SILENCE, 17, day(4, 22), day(5, 9), POLICY.version());
        EngagementAlertReopened again = new EngagementAlertReopened(PAIR, AlertKind.SILENCE, day(4, 22), day(5, 9));
        Asked reopen = asked(new ReopenAlert(PAIR, AlertKind.SILENCE, TODAY), MET);
        care.given(raised, new EngagementAlertResolved(PAIR, AlertKind.SILENCE, AlertOutcome.FALSE_ALARM, TODAY))
                .when(reopen)
                .then(again);
        care.given(raised, new EngagementAlertSnoozed(PAIR, AlertKind.SILENCE, TODAY.plusDays(3)))
                .when(reopen)
                .then(again);
        care.given(raised).when(reopen).thenRejected(CareRejection.NO_LONGER_UNDONE);
        care.given(raised, new EngagementAlertResolved(PAIR, AlertKind.SILENCE, AlertOutcome.CONTACT_MADE, TODAY))
                .when(reopen)
                .thenRejected(CareRejection.NO_LONGER_UNDONE);
    }

    @Test
    void alerts_that_ended_with_a_pair_stand_again_when_its_end_was_a_mistake() {
        EngagementAlertRaised raised =
                new EngagementAlertRaised(PAIR, AlertKind.TOO_MANY_HOURS, 900, day(5, 4), day(5, 4), POLICY.version());
        care.given(raised, new EngagementAlertResolved(PAIR, AlertKind.TOO_MANY_HOURS, AlertOutcome.PAIR_ENDED, TODAY))
                .when(asked(new FollowPair(PAIR, TODAY), MET))
                .then(new EngagementAlertReopened(PAIR, AlertKind.TOO_MANY_HOURS, day(5, 4), day(5, 4)));
    }

    @Test
    void an_answer_that_is_taken_back_goes_with_the_alert_that_it_raised() {
        CheckInScheduled scheduled = scheduled(1, CheckInSide.MENTOR);
        Asked undo = asked(new UndoCheckIn(PAIR, CheckInSide.MENTOR, TODAY), MET);
        care.given(scheduled, completed(1, CheckInSide.MENTOR, 5))
                .when(undo)
                .then(new CheckInUndone(PAIR, 1, CheckInSide.MENTOR, AmendmentReason.TAKEN_BACK));
        care.given(
                        scheduled,
                        completed(1, CheckInSide.MENTOR, 1),
                        new EngagementAlertRaised(PAIR, AlertKind.POOR_CHECK_IN, 1, TODAY, TODAY, POLICY.version()))
                .when(undo)
                .then(
                        new CheckInUndone(PAIR, 1, CheckInSide.MENTOR, AmendmentReason.TAKEN_BACK),
                        new EngagementAlertResolved(PAIR, AlertKind.POOR_CHECK_IN, AlertOutcome.TAKEN_BACK, TODAY));
        care.given(scheduled).when(undo).thenRejected(CareRejection.NO_LONGER_UNDONE);
    }

    @Test
    void an_answer_that_was_otherwise_keeps_its_day_and_its_alert_follows() {
        CheckInScheduled scheduled = scheduled(1, CheckInSide.MENTOR);
        CheckInCompleted bad = completed(1, CheckInSide.MENTOR, 1);
        CheckInCompleted good = completed(1, CheckInSide.MENTOR, 5);
        CheckInUndone undone = new CheckInUndone(PAIR, 1, CheckInSide.MENTOR, AmendmentReason.MISTYPED);
        EngagementAlertRaised alert =
                new EngagementAlertRaised(PAIR, AlertKind.POOR_CHECK_IN, 1, TODAY, TODAY, POLICY.version());
        care.given(scheduled, bad, alert)
                .when(asked(mend(good), MET))
                .then(
                        undone,
                        good,
                        new EngagementAlertResolved(PAIR, AlertKind.POOR_CHECK_IN, AlertOutcome.TAKEN_BACK, TODAY));
        care.given(scheduled, good).when(asked(mend(bad), MET)).then(undone, bad, alert);
        care.given(scheduled).when(asked(mend(bad), MET)).thenRejected(CareRejection.NO_ANSWER_TO_CORRECT);
    }

    private static CorrectCheckIn mend(CheckInCompleted as) {
        return new CorrectCheckIn(PAIR, as.side(), as.health(), as.themes(), as.via(), AmendmentReason.MISTYPED, TODAY);
    }
}
