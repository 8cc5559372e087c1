package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_AGREED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_PROPOSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_PROPOSAL;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.FIRST_CONTACT_ALREADY_CONFIRMED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_AFTER_SAFEGUARDING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_TO_ANSWER;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ID_TAKEN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_UNKNOWN;
import static fr.mentoratdurgence.followup.pairs.PairSamples.DUE;
import static fr.mentoratdurgence.followup.pairs.PairSamples.OPENED_ON;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairDeciderTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 4, 29);

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void a_match_opens_a_pair_with_a_deadline() {
        pair.given().when(open("proposal-1")).then(opened());
    }

    @Test
    void the_same_match_told_twice_opens_one_pair() {
        pair.given(opened()).when(open("proposal-1")).thenNothing();
        pair.given(opened(), closed()).when(open("proposal-1")).thenNothing();
        pair.given(opened()).when(open("proposal-2")).thenRejected(PAIR_ID_TAKEN);
    }

    @Test
    void the_first_contact_is_confirmed_once_and_says_by_whom() {
        pair.given(opened()).when(contact(TODAY)).then(new FirstContactConfirmed(PAIR, Side.MENTOR, TODAY, null));
        pair.given(opened(), contacted()).when(contact(TODAY)).thenRejected(FIRST_CONTACT_ALREADY_CONFIRMED);
    }

    @Test
    void a_day_is_not_in_the_future_and_not_before_the_opening() {
        LocalDate tomorrow = TODAY.plusDays(1);
        LocalDate before = OPENED_ON.minusDays(1);
        pair.given(opened()).when(contact(tomorrow)).thenRejected(DATE_IN_FUTURE);
        pair.given(opened()).when(contact(before)).thenRejected(DATE_BEFORE_OPENING);
        pair.given(opened()).when(session("session-1", 60, tomorrow)).thenRejected(DATE_IN_FUTURE);
        pair.given(opened()).when(session("session-1", 60, before)).thenRejected(DATE_BEFORE_OPENING);
        pair.given(opened()).when(absence("session-1", tomorrow)).thenRejected(DATE_IN_FUTURE);
        pair.given(opened()).when(absence("session-1", before)).thenRejected(DATE_BEFORE_OPENING);
    }

    @Test
    void silence_past_the_deadline_is_an_event_once() {
        pair.given(opened()).when(new NoticeSilence(PAIR, DUE.minusSeconds(1))).thenNothing();
        pair.given(opened()).when(new NoticeSilence(PAIR, DUE)).then(overdue());
        pair.given(opened(), overdue()).when(new NoticeSilence(PAIR, DUE)).thenNothing();
    }

    @Test
    void there_is_no_silence_to_notice_after_a_contact_an_end_or_nothing_at_all() {
        pair.given(opened(), contacted()).when(new NoticeSilence(PAIR, DUE)).thenNothing();
        pair.given(opened(), closed()).when(new NoticeSilence(PAIR, DUE)).thenNothing();
        pair.given().when(new NoticeSilence(PAIR, DUE)).thenNothing();
    }

    @Test
    void a_late_contact_keeps_both_facts() {
        pair.given(opened(), overdue())
                .when(contact(TODAY))
                .then(new FirstContactConfirmed(PAIR, Side.MENTOR, TODAY, null));
    }

    @Test
    void an_interruption_has_a_side_and_a_reason_and_names_what_becomes_free() {
        pair.given(opened())
                .when(interrupt(Side.YOUTH, InterruptionReason.SCHEDULE))
                .then(interrupted());
    }

    @Test
    void a_closure_names_what_becomes_free() {
        pair.given(opened()).when(new ClosePair(PAIR, true, TODAY, TODAY)).then(closed());
    }

    @Test
    void nothing_happens_after_the_end() {
        for (PairEvent end : new PairEvent[] {interrupted(), closed()}) {
            pair.given(opened(), end)
                    .when(new ClosePair(PAIR, true, TODAY, TODAY))
                    .thenRejected(PAIR_ENDED);
            assertThat(pair.given(opened(), end)
                            .when(interrupt(Side.MENTOR, InterruptionReason.OTHER))
                            .thenRejected(PAIR_ENDED)
                            .details())
                    .containsEntry("endedOn", "2020-04-29");
        }
    }

    @Test
    void a_pair_goes_on_with_an_association_before_or_after_its_end() {
        pair.given(opened()).when(propose("AFEV", TODAY)).then(proposed());
        for (PairEvent end : new PairEvent[] {interrupted(), closed()}) {
            pair.given(opened(), end).when(propose("AFEV", TODAY)).then(proposed());
            pair.given(opened(), proposed(), end)
                    .when(answer(true, TODAY))
                    .then(new ContinuationAgreed(PAIR, "AFEV", ContinuationSide.STRUCTURE, TODAY));
        }
    }

    @Test
    void one_continuation_is_proposed_at_a_time_and_after_a_no_another_may_be() {
        pair.given(opened(), closed(), proposed())
                .when(propose("NQT", TODAY))
                .thenRejected(CONTINUATION_ALREADY_PROPOSED);
        ContinuationDeclined no = new ContinuationDeclined(PAIR, "AFEV", ContinuationSide.STRUCTURE, TODAY);
        pair.given(opened(), closed(), proposed()).when(answer(false, TODAY)).then(no);
        pair.given(opened(), closed(), proposed(), no)
                .when(propose("NQT", TODAY))
                .then(new ContinuationProposed(PAIR, "NQT", TODAY));
        ContinuationAgreed yes = new ContinuationAgreed(PAIR, "AFEV", ContinuationSide.STRUCTURE, TODAY);
        pair.given(opened(), closed(), proposed(), yes)
                .when(propose("NQT", TODAY))
                .thenRejected(CONTINUATION_ALREADY_AGREED);
        pair.given(opened(), closed(), proposed(), yes)
                .when(answer(false, TODAY))
                .thenRejected(CONTINUATION_ALREADY_AGREED);
    }

    @Test
    void a_continuation_is_answered_where_one_was_proposed_on_a_day_that_can_be() {
        pair.given().when(propose("AFEV", TODAY)).thenRejected(PAIR_UNKNOWN);
        pair.given(opened()).when(answer(true, TODAY)).thenRejected(NO_CONTINUATION_TO_ANSWER);
        pair.given(opened()).when(propose("AFEV", TODAY.plusDays(1))).thenRejected(DATE_IN_FUTURE);
        pair.given(opened()).when(propose("AFEV", OPENED_ON.minusDays(1))).thenRejected(DATE_BEFORE_OPENING);
        pair.given(opened(), proposed()).when(answer(true, TODAY.plusDays(1))).thenRejected(DATE_IN_FUTURE);
        pair.given(opened(), proposed()).when(answer(true, TODAY.minusDays(1))).thenRejected(DATE_BEFORE_PROPOSAL);
    }

    @Test
    void who_had_to_be_protected_is_not_brought_together_again() {
        PairInterrupted protectedNow = new PairInterrupted(
                PAIR,
                "need-1",
                1,
                2,
                "mentor-1",
                Side.YOUTH,
                InterruptionReason.SAFEGUARDING,
                SeatAfterwards.REPLACE,
                null,
                TODAY);
        pair.given(opened(), protectedNow)
                .when(propose("AFEV", TODAY))
                .thenRejected(NO_CONTINUATION_AFTER_SAFEGUARDING);
        pair.given(opened(), proposed(), protectedNow)
                .when(answer(true, TODAY))
                .thenRejected(NO_CONTINUATION_AFTER_SAFEGUARDING);
        ContinuationDeclined no = new ContinuationDeclined(PAIR, "AFEV", ContinuationSide.STRUCTURE, TODAY);
        pair.given(opened(), proposed(), protectedNow)
                .when(answer(false, TODAY))
                .then(no);
        pair.given(opened(), proposed(), protectedNow, no)
                .when(propose("AFEV", TODAY))
                .thenRejected(NO_CONTINUATION_AFTER_SAFEGUARDING);
    }

    @Test
    void nothing_happens_to_a_pair_that_does_not_exist() {
        pair.given().when(contact(TODAY)).thenRejected(PAIR_UNKNOWN);
        pair.given().when(session("session-1", 60, TODAY)).thenRejected(PAIR_UNKNOWN);
        pair.given().when(absence("session-1", TODAY)).thenRejected(PAIR_UNKNOWN);
        pair.given().when(new ClosePair(PAIR, true, TODAY, TODAY)).thenRejected(PAIR_UNKNOWN);
        pair.given().when(interrupt(Side.MENTOR, InterruptionReason.OTHER)).thenRejected(PAIR_UNKNOWN);
    }

    private static OpenPair open(String proposal) {
        return new OpenPair(opened(proposal));
    }

    private static FirstContactConfirmed contacted() {
        return new FirstContactConfirmed(PAIR, Side.MENTOR, OPENED_ON.plusDays(1), null);
    }

    private static FirstContactOverdue overdue() {
        return new FirstContactOverdue(PAIR, DUE);
    }

    private static PairInterrupted interrupted() {
        return new PairInterrupted(
                PAIR,
                "need-1",
                1,
                2,
                "mentor-1",
                Side.YOUTH,
                InterruptionReason.SCHEDULE,
                SeatAfterwards.REPLACE,
                null,
                TODAY);
    }

    private static PairClosed closed() {
        return new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, TODAY);
    }

    private static ContinuationProposed proposed() {
        return new ContinuationProposed(PAIR, "AFEV", TODAY);
    }

    private static ProposeContinuation propose(String association, LocalDate day) {
        return new ProposeContinuation(PAIR, association, day, TODAY);
    }

    private static AnswerContinuation answer(boolean agreed, LocalDate day) {
        return new AnswerContinuation(PAIR, agreed, ContinuationSide.STRUCTURE, day, TODAY);
    }

    private static ConfirmFirstContact contact(LocalDate day) {
        return new ConfirmFirstContact(PAIR, Side.MENTOR, day, TODAY);
    }

    private static LogSession session(String session, int minutes, LocalDate day) {
        return new LogSession(
                PAIR, session, Side.STRUCTURE, new Session(day, minutes, Channel.VIDEO, List.of()), Repeat.ASK, TODAY);
    }

    private static LogMissedSession absence(String session, LocalDate day) {
        return new LogMissedSession(
                PAIR, session, Side.STRUCTURE, new Absence(day, Side.YOUTH, true), Repeat.ASK, TODAY);
    }

    private static InterruptPair interrupt(Side side, InterruptionReason reason) {
        return new InterruptPair(PAIR, side, reason, SeatAfterwards.REPLACE, null, TODAY, TODAY);
    }
}
