package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.NOTHING_TO_UNDO;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_RUNS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_UNKNOWN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PROTECTION_STANDS;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;

import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpeningUndone;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoEnd;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoOpening;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UndoRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);
    private static final UndoEnd END = new UndoEnd(PAIR);
    private static final UndoOpening OPENING = new UndoOpening(PAIR);
    private static final UndoHandOver HAND_OVER = new UndoHandOver(PAIR);
    private static final PairClosed CLOSED = new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, TODAY);

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void an_end_is_undone_and_the_pair_goes_on() {
        PairEndUndone undone = new PairEndUndone(PAIR, opened().proposal(), opened().terms(), TODAY);
        pair.given(opened(), CLOSED).when(END).then(undone);
        pair.given(opened(), interrupted(InterruptionReason.SCHEDULE)).when(END).then(undone);
        pair.given(opened(), CLOSED, undone)
                .when(new ClosePair(PAIR, true, TODAY, TODAY))
                .then(CLOSED);
        pair.given(opened(), CLOSED, undone).when(END).thenRejected(PAIR_RUNS);
    }

    @Test
    void an_end_on_which_somebody_has_built_stays() {
        pair.given(opened(), CLOSED, new ExitInterviewRecorded(PAIR, Side.MENTOR, ExitOutcome.HELPED, true, TODAY))
                .when(END)
                .thenRejected(NOTHING_TO_UNDO);
    }

    @Test
    void what_protects_a_young_person_is_not_undone_by_a_click() {
        pair.given(opened(), interrupted(InterruptionReason.SAFEGUARDING))
                .when(END)
                .thenRejected(PROTECTION_STANDS);
    }

    @Test
    void a_pair_of_which_nothing_was_told_yet_never_was() {
        PairOpeningUndone undone = new PairOpeningUndone(
                PAIR,
                opened().proposal(),
                opened().terms().need(),
                opened().terms().line(),
                opened().terms().seat(),
                opened().terms().mentor());
        pair.given(opened()).when(OPENING).then(undone);
        pair.given(opened(), new FirstContactConfirmed(PAIR, Side.MENTOR, TODAY, null))
                .when(OPENING)
                .thenRejected(NOTHING_TO_UNDO);
        pair.given(opened(), CLOSED).when(OPENING).thenRejected(NOTHING_TO_UNDO);
        pair.given(opened(), undone)
                .when(new ConfirmFirstContact(PAIR, Side.MENTOR, TODAY, TODAY))
                .thenRejected(PAIR_UNKNOWN);
        pair.given(opened(), undone).when(new OpenPair(opened())).thenNothing();
    }

    @Test
    void who_followed_a_pair_before_a_hand_over_follows_it_again() {
        String owner = opened().terms().referent();
        pair.given(opened(), handed(owner, "account-b", null)).when(HAND_OVER).then(back("account-b", owner, null));
        PairHandedOver lent = handed(owner, "account-b", TODAY.plusDays(7));
        pair.given(opened(), lent, handed("account-b", "account-c", null))
                .when(HAND_OVER)
                .then(back("account-c", "account-b", TODAY.plusDays(7)));
        pair.given(opened(), lent, back("account-b", owner, null))
                .when(HAND_OVER)
                .thenRejected(NOTHING_TO_UNDO);
        pair.given(opened()).when(HAND_OVER).thenRejected(NOTHING_TO_UNDO);
    }

    private static PairInterrupted interrupted(InterruptionReason reason) {
        return new PairInterrupted(
                PAIR, "need-1", 1, 2, "mentor-1", Side.MENTOR, reason, SeatAfterwards.REPLACE, null, TODAY);
    }

    private static PairHandedOver handed(String from, String to, @Nullable LocalDate until) {
        return new PairHandedOver(PAIR, "need-1", "mentor-1", from, to, until, TODAY);
    }

    private static PairHandOverUndone back(String from, String to, @Nullable LocalDate until) {
        return new PairHandOverUndone(
                PAIR, opened().terms().need(), opened().terms().mentor(), from, to, until);
    }
}
