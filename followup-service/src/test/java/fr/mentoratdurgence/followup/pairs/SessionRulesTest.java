package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_AFTER_END;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.MINUTES_OUT_OF_RANGE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_ALREADY_LOGGED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_NOT_YOURS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_TOLD_THAT_DAY;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_UNKNOWN;
import static fr.mentoratdurgence.followup.pairs.PairSamples.OPENED_ON;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactWithdrawn;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CancelSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CorrectSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2020, 4, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void a_first_session_confirms_the_first_contact() {
        pair.given(opened())
                .when(tell("session-1", Side.STRUCTURE, 60, MONDAY))
                .then(
                        new FirstContactConfirmed(PAIR, Side.STRUCTURE, MONDAY, "session-1"),
                        held("session-1", Side.STRUCTURE, 60, MONDAY));
        pair.given(opened(), contacted())
                .when(tell("session-1", Side.STRUCTURE, 60, MONDAY))
                .then(held("session-1", Side.STRUCTURE, 60, MONDAY));
    }

    @Test
    void a_session_lasts_from_1_to_240_minutes_on_a_day_of_the_pair() {
        pair.given(opened(), contacted())
                .when(tell("s", Side.MENTOR, 0, MONDAY))
                .thenRejected(MINUTES_OUT_OF_RANGE);
        pair.given(opened(), contacted())
                .when(tell("s", Side.MENTOR, 241, MONDAY))
                .thenRejected(MINUTES_OUT_OF_RANGE);
        pair.given(opened(), contacted())
                .when(tell("s", Side.MENTOR, 240, MONDAY))
                .then(held("s", Side.MENTOR, 240, MONDAY));
        LocalDate before = OPENED_ON.minusDays(1);
        pair.given(opened()).when(tell("s", Side.MENTOR, 60, TODAY.plusDays(1))).thenRejected(DATE_IN_FUTURE);
        pair.given(opened()).when(tell("s", Side.MENTOR, 60, before)).thenRejected(DATE_BEFORE_OPENING);
        pair.given(opened()).when(missing("s", Side.MENTOR, before)).thenRejected(DATE_BEFORE_OPENING);
    }

    @Test
    void an_absence_says_who_was_missing_and_is_no_contact() {
        SessionMissed missed = new SessionMissed(PAIR, "s", Side.MENTOR, Side.YOUTH, true, MONDAY);
        pair.given(opened()).when(missing("s", Side.MENTOR, MONDAY)).then(missed);
        assertThat(pair.given(opened(), missed).state())
                .isInstanceOfSatisfying(
                        Pair.Live.class,
                        live -> assertThat(live.told().contactedOn()).isNull());
    }

    @Test
    void the_second_side_confirms_and_does_not_count_twice() {
        PairEvent[] told = {opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY)};
        pair.given(told)
                .when(tell("session-2", Side.STRUCTURE, 60, MONDAY))
                .then(new SessionConfirmed(PAIR, "session-1", Side.STRUCTURE, 60));
        pair.given(opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY), confirmed())
                .when(tell("session-3", Side.OPERATION, 60, MONDAY))
                .then(new SessionConfirmed(PAIR, "session-1", Side.OPERATION, 60));
        pair.given(told)
                .when(tell("session-2", Side.STRUCTURE, 60, TUESDAY))
                .then(held("session-2", Side.STRUCTURE, 60, TUESDAY));
    }

    @Test
    void what_differs_is_asked_and_nothing_counts_twice_before_the_answer() {
        PairEvent[] told = {opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY)};
        assertThat(pair.given(told)
                        .when(tell("session-2", Side.STRUCTURE, 45, MONDAY))
                        .thenRejected(SESSION_TOLD_THAT_DAY)
                        .details())
                .containsEntry("session", "session-1")
                .containsEntry("minutes", "60")
                .containsEntry("by", "MENTOR");
        pair.given(told)
                .when(tell("session-2", Side.STRUCTURE, 45, MONDAY, Repeat.SAME))
                .then(new SessionConfirmed(PAIR, "session-1", Side.STRUCTURE, 45));
        pair.given(told)
                .when(tell("session-2", Side.STRUCTURE, 45, MONDAY, Repeat.ANOTHER))
                .then(held("session-2", Side.STRUCTURE, 45, MONDAY));
        pair.given(told).when(missing("session-2", Side.STRUCTURE, MONDAY)).thenRejected(SESSION_TOLD_THAT_DAY);
    }

    @Test
    void the_same_side_is_asked_too_and_changes_nothing_by_saying_the_same() {
        PairEvent[] told = {opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY)};
        pair.given(told).when(tell("session-2", Side.MENTOR, 60, MONDAY)).thenRejected(SESSION_TOLD_THAT_DAY);
        pair.given(told)
                .when(tell("session-2", Side.MENTOR, 60, MONDAY, Repeat.SAME))
                .thenNothing();
        pair.given(told).when(missing("session-1", Side.MENTOR, TUESDAY)).thenRejected(SESSION_ALREADY_LOGGED);
    }

    @Test
    void an_absence_that_both_sides_tell_is_one() {
        pair.given(opened(), new SessionMissed(PAIR, "s", Side.MENTOR, Side.YOUTH, false, MONDAY))
                .when(missing("t", Side.STRUCTURE, MONDAY))
                .then(new SessionConfirmed(PAIR, "s", Side.STRUCTURE, null));
    }

    @Test
    void whoever_told_it_corrects_it_and_so_does_the_team_again_and_again() {
        PairEvent[] told = {opened(), contacted(), held("session-1", Side.MENTOR, 200, MONDAY)};
        SessionCorrected first = corrected(Side.MENTOR, 200, MONDAY, 20, MONDAY);
        pair.given(told).when(correct(Side.MENTOR, 20, MONDAY)).then(first);
        pair.given(told).when(correct(Side.STRUCTURE, 20, MONDAY)).thenRejected(SESSION_NOT_YOURS);
        pair.given(opened(), contacted(), held("session-1", Side.MENTOR, 200, MONDAY), first)
                .when(correct(Side.OPERATION, 25, TUESDAY))
                .then(corrected(Side.OPERATION, 20, MONDAY, 25, TUESDAY));
        pair.given(opened(), contacted(), held("session-1", Side.MENTOR, 200, MONDAY), first)
                .when(correct(Side.MENTOR, 20, MONDAY))
                .thenNothing();
        pair.given(told).when(correct(Side.MENTOR, 0, MONDAY)).thenRejected(MINUTES_OUT_OF_RANGE);
        pair.given(told).when(correct(Side.MENTOR, 20, TODAY.plusDays(1))).thenRejected(DATE_IN_FUTURE);
    }

    @Test
    void who_had_confirmed_what_was_told_may_confirm_what_is_told_now() {
        pair.given(
                        opened(),
                        contacted(),
                        held("session-1", Side.MENTOR, 60, MONDAY),
                        confirmed(),
                        corrected(Side.MENTOR, 60, MONDAY, 20, MONDAY))
                .when(tell("session-2", Side.STRUCTURE, 20, MONDAY))
                .then(new SessionConfirmed(PAIR, "session-1", Side.STRUCTURE, 20));
    }

    @Test
    void what_was_taken_back_is_gone_and_its_id_with_it() {
        SessionCancelled cancelled = cancelled(60, MONDAY);
        pair.given(opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY))
                .when(new CancelSession(PAIR, "session-1", Side.MENTOR, AmendmentReason.TAKEN_BACK, TODAY))
                .then(cancelled);
        PairEvent[] gone = {opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY), cancelled};
        pair.given(gone).when(correct(Side.MENTOR, 20, MONDAY)).thenRejected(SESSION_UNKNOWN);
        pair.given(gone).when(tell("session-1", Side.MENTOR, 60, TUESDAY)).thenRejected(SESSION_ALREADY_LOGGED);
        pair.given(gone)
                .when(tell("session-2", Side.MENTOR, 60, MONDAY))
                .then(held("session-2", Side.MENTOR, 60, MONDAY));
        pair.given(opened(), new SessionMissed(PAIR, "s", Side.MENTOR, Side.YOUTH, false, MONDAY))
                .when(new CancelSession(PAIR, "s", Side.OPERATION, AmendmentReason.OTHERWISE, TODAY))
                .then(new AbsenceCancelled(
                        PAIR, "s", Side.OPERATION, AmendmentReason.OTHERWISE, Side.YOUTH, false, MONDAY));
    }

    @Test
    void a_first_contact_goes_with_the_session_that_it_was() {
        FirstContactConfirmed contact = new FirstContactConfirmed(PAIR, Side.MENTOR, MONDAY, "session-1");
        FirstContactWithdrawn none = new FirstContactWithdrawn(PAIR, MONDAY);
        PairEvent[] one = {opened(), contact, held("session-1", Side.MENTOR, 60, MONDAY)};
        CancelSession cancel = new CancelSession(PAIR, "session-1", Side.MENTOR, AmendmentReason.TAKEN_BACK, TODAY);
        pair.given(one).when(cancel).then(cancelled(60, MONDAY), none);
        pair.given(one)
                .when(correct(Side.MENTOR, 60, TUESDAY))
                .then(
                        corrected(Side.MENTOR, 60, MONDAY, 60, TUESDAY),
                        none,
                        new FirstContactConfirmed(PAIR, Side.MENTOR, TUESDAY, "session-1"));
        pair.given(
                        opened(),
                        contact,
                        held("session-1", Side.MENTOR, 60, MONDAY),
                        held("session-2", Side.STRUCTURE, 30, TUESDAY))
                .when(cancel)
                .then(
                        cancelled(60, MONDAY),
                        none,
                        new FirstContactConfirmed(PAIR, Side.STRUCTURE, TUESDAY, "session-2"));
    }

    @Test
    void after_the_end_what_was_before_it_is_told_confirmed_and_mended() {
        PairClosed end = new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, TUESDAY);
        PairEvent[] over = {opened(), contacted(), held("session-1", Side.MENTOR, 60, MONDAY), end};
        pair.given(over)
                .when(tell("session-2", Side.MENTOR, 60, TUESDAY))
                .then(held("session-2", Side.MENTOR, 60, TUESDAY));
        pair.given(over)
                .when(tell("session-2", Side.STRUCTURE, 60, MONDAY))
                .then(new SessionConfirmed(PAIR, "session-1", Side.STRUCTURE, 60));
        pair.given(over).when(correct(Side.MENTOR, 20, MONDAY)).then(corrected(Side.MENTOR, 60, MONDAY, 20, MONDAY));
        LocalDate after = TUESDAY.plusDays(1);
        pair.given(over).when(tell("session-2", Side.MENTOR, 60, after)).thenRejected(DATE_AFTER_END);
        pair.given(opened(), end)
                .when(new ConfirmFirstContact(PAIR, Side.MENTOR, MONDAY, TODAY))
                .then(new FirstContactConfirmed(PAIR, Side.MENTOR, MONDAY, null));
        pair.given(opened(), end)
                .when(new ConfirmFirstContact(PAIR, Side.MENTOR, after, TODAY))
                .thenRejected(DATE_AFTER_END);
    }

    private static LogSession tell(String session, Side side, int minutes, LocalDate day) {
        return tell(session, side, minutes, day, Repeat.ASK);
    }

    private static LogSession tell(String session, Side side, int minutes, LocalDate day, Repeat repeat) {
        return new LogSession(PAIR, session, side, lasted(minutes, day), repeat, TODAY);
    }

    private static Session lasted(int minutes, LocalDate day) {
        return new Session(day, minutes, Channel.VIDEO, List.of(SupportKind.HOMEWORK));
    }

    private static LogMissedSession missing(String session, Side side, LocalDate day) {
        return new LogMissedSession(PAIR, session, side, new Absence(day, Side.YOUTH, true), Repeat.ASK, TODAY);
    }

    private static CorrectSession correct(Side side, int minutes, LocalDate day) {
        return new CorrectSession(PAIR, "session-1", side, AmendmentReason.MISTYPED, lasted(minutes, day), TODAY);
    }

    private static SessionHeld held(String session, Side side, int minutes, LocalDate day) {
        return new SessionHeld(PAIR, session, side, minutes, Channel.VIDEO, day, List.of(SupportKind.HOMEWORK));
    }

    private static SessionConfirmed confirmed() {
        return new SessionConfirmed(PAIR, "session-1", Side.STRUCTURE, 60);
    }

    private static SessionCancelled cancelled(int minutes, LocalDate day) {
        return new SessionCancelled(
                PAIR,
                "session-1",
                Side.MENTOR,
                AmendmentReason.TAKEN_BACK,
                minutes,
                Channel.VIDEO,
                day,
                List.of(SupportKind.HOMEWORK));
    }

    private static SessionCorrected corrected(Side side, int was, LocalDate wasOn, int minutes, LocalDate day) {
        return new SessionCorrected(
                PAIR,
                "session-1",
                side,
                Side.MENTOR,
                AmendmentReason.MISTYPED,
                was,
                Channel.VIDEO,
                wasOn,
                List.of(SupportKind.HOMEWORK),
                minutes,
                Channel.VIDEO,
                day,
                List.of(SupportKind.HOMEWORK));
    }

    private static FirstContactConfirmed contacted() {
        return new FirstContactConfirmed(PAIR, Side.MENTOR, OPENED_ON.plusDays(1), null);
    }
}
