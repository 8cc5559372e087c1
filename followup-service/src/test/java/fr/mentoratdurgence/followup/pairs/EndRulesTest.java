package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_LAST_SESSION;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.EXIT_ALREADY_RECORDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.HELD_UNTIL_MISSING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NOTHING_TO_CORRECT;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_RUNS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PROTECTION_STANDS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SEAT_NOT_CLOSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SEAT_NOT_HELD;
import static fr.mentoratdurgence.followup.pairs.PairSamples.OPENED_ON;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectClosure;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectInterruption;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.EndCommand.ReopenSeat;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecisionDue;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);
    private static final LocalDate FRIDAY = LocalDate.of(2020, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void an_end_has_a_day_of_its_own() {
        pair.given(opened()).when(new ClosePair(PAIR, true, FRIDAY, TODAY)).then(closed(FRIDAY));
        pair.given(opened())
                .when(interrupt(InterruptionReason.SCHEDULE, SeatAfterwards.REPLACE, null, FRIDAY))
                .then(interrupted(InterruptionReason.SCHEDULE, SeatAfterwards.REPLACE, null));
        pair.given(opened())
                .when(new ClosePair(PAIR, true, TODAY.plusDays(1), TODAY))
                .thenRejected(DATE_IN_FUTURE);
        pair.given(opened())
                .when(new ClosePair(PAIR, true, OPENED_ON.minusDays(1), TODAY))
                .thenRejected(DATE_BEFORE_OPENING);
        assertThat(pair.given(opened(), new SessionMissed(PAIR, "s", Side.MENTOR, Side.YOUTH, false, TODAY))
                        .when(new ClosePair(PAIR, true, FRIDAY, TODAY))
                        .thenRejected(DATE_BEFORE_LAST_SESSION)
                        .details())
                .containsEntry("lastOn", "2020-05-04");
    }

    @Test
    void what_becomes_of_the_place_follows_from_the_reason() {
        assertThat(SeatAfterwards.of(InterruptionReason.YOUTH_NO_LONGER_NEEDS)).isEqualTo(SeatAfterwards.CLOSE);
        assertThat(SeatAfterwards.of(InterruptionReason.FAMILY_WITHDREW)).isEqualTo(SeatAfterwards.CLOSE);
        assertThat(SeatAfterwards.of(InterruptionReason.STRUCTURE_WITHDREW)).isEqualTo(SeatAfterwards.CLOSE);
        assertThat(SeatAfterwards.of(InterruptionReason.RETURN_TO_SCHOOL)).isEqualTo(SeatAfterwards.CLOSE);
        assertThat(SeatAfterwards.of(InterruptionReason.MENTOR_AWAY_FOR_A_TIME)).isEqualTo(SeatAfterwards.HOLD);
        assertThat(SeatAfterwards.of(InterruptionReason.MENTOR_NO_TIME)).isEqualTo(SeatAfterwards.REPLACE);
        assertThat(SeatAfterwards.of(InterruptionReason.SAFEGUARDING)).isEqualTo(SeatAfterwards.REPLACE);
    }

    @Test
    void a_place_is_kept_until_a_day_and_then_it_is_decided_once() {
        InterruptionReason away = InterruptionReason.MENTOR_AWAY_FOR_A_TIME;
        pair.given(opened())
                .when(interrupt(away, SeatAfterwards.HOLD, JUNE, FRIDAY))
                .then(interrupted(away, SeatAfterwards.HOLD, JUNE));
        pair.given(opened())
                .when(interrupt(away, SeatAfterwards.HOLD, null, FRIDAY))
                .thenRejected(HELD_UNTIL_MISSING);
        pair.given(opened())
                .when(interrupt(away, SeatAfterwards.HOLD, TODAY, FRIDAY))
                .thenRejected(HELD_UNTIL_MISSING);
        PairInterrupted kept = interrupted(away, SeatAfterwards.HOLD, JUNE);
        SeatDecided decided = new SeatDecided(PAIR, "need-1", 1, 2, "mentor-1", SeatAfterwards.REPLACE, null, TODAY);
        pair.given(opened(), kept).when(decide(SeatAfterwards.REPLACE)).then(decided);
        pair.given(opened(), kept).when(decide(SeatAfterwards.HOLD)).thenRejected(HELD_UNTIL_MISSING);
        pair.given(opened(), kept, decided).when(decide(SeatAfterwards.CLOSE)).thenRejected(SEAT_NOT_HELD);
        pair.given(opened(), closed(FRIDAY))
                .when(decide(SeatAfterwards.REPLACE))
                .thenRejected(SEAT_NOT_HELD);
        pair.given(opened()).when(decide(SeatAfterwards.REPLACE)).thenRejected(PAIR_RUNS);
    }

    @Test
    void what_was_told_of_an_end_is_mended_and_named_with_what_it_was() {
        PairInterrupted told = interrupted(InterruptionReason.SCHEDULE, SeatAfterwards.REPLACE, null);
        PairEndCorrected mended = new PairEndCorrected(
                PAIR,
                AmendmentReason.MISTYPED,
                told.side(),
                InterruptionReason.SCHEDULE,
                null,
                FRIDAY,
                Side.YOUTH,
                InterruptionReason.LANGUAGE,
                null,
                TODAY);
        pair.given(opened(), told)
                .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, TODAY))
                .then(mended);
        pair.given(opened(), told, mended)
                .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, TODAY))
                .thenRejected(NOTHING_TO_CORRECT);
        pair.given(opened(), told)
                .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, TODAY.plusDays(1)))
                .thenRejected(DATE_IN_FUTURE);
        pair.given(opened(), closed(FRIDAY))
                .when(new CorrectClosure(PAIR, AmendmentReason.OTHERWISE, false, FRIDAY, TODAY))
                .then(new PairEndCorrected(
                        PAIR, AmendmentReason.OTHERWISE, null, null, true, FRIDAY, null, null, false, FRIDAY));
        pair.given(opened(), told)
                .when(new CorrectClosure(PAIR, AmendmentReason.OTHERWISE, false, FRIDAY, TODAY))
                .thenRejected(NOTHING_TO_CORRECT);
        pair.given(opened())
                .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, TODAY))
                .thenRejected(PAIR_RUNS);
        assertThat(pair.given(
                                opened(),
                                told,
                                mended,
                                new SessionMissed(PAIR, "s", Side.MENTOR, Side.YOUTH, false, TODAY))
                        .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, FRIDAY))
                        .thenRejected(DATE_BEFORE_LAST_SESSION)
                        .details())
                .containsEntry("lastOn", "2020-05-04");
    }

    @Test
    void what_protects_a_young_person_is_neither_corrected_away_nor_into() {
        pair.given(opened(), interrupted(InterruptionReason.SAFEGUARDING, SeatAfterwards.REPLACE, null))
                .when(mend(Side.YOUTH, InterruptionReason.LANGUAGE, TODAY))
                .thenRejected(PROTECTION_STANDS);
        pair.given(opened(), interrupted(InterruptionReason.SCHEDULE, SeatAfterwards.REPLACE, null))
                .when(mend(Side.YOUTH, InterruptionReason.SAFEGUARDING, TODAY))
                .thenRejected(PROTECTION_STANDS);
    }

    @Test
    void a_place_for_which_nobody_was_to_be_looked_for_gets_a_mentor_after_all_and_never_the_other_way_round() {
        PairInterrupted close = interrupted(InterruptionReason.FAMILY_WITHDREW, SeatAfterwards.CLOSE, null);
        SeatDecided again = new SeatDecided(PAIR, "need-1", 1, 2, "mentor-1", SeatAfterwards.REPLACE, null, TODAY);
        pair.given(opened(), close).when(reopen(SeatAfterwards.REPLACE, null)).then(again);
        pair.given(opened(), close)
                .when(reopen(SeatAfterwards.HOLD, JUNE))
                .then(new SeatDecided(PAIR, "need-1", 1, 2, "mentor-1", SeatAfterwards.HOLD, JUNE, TODAY));
        pair.given(opened(), close).when(reopen(SeatAfterwards.HOLD, null)).thenRejected(HELD_UNTIL_MISSING);
        pair.given(opened(), close).when(reopen(SeatAfterwards.CLOSE, null)).thenRejected(SEAT_NOT_CLOSED);
        pair.given(opened(), close, again)
                .when(reopen(SeatAfterwards.REPLACE, null))
                .thenRejected(SEAT_NOT_CLOSED);
        pair.given(opened(), closed(FRIDAY))
                .when(reopen(SeatAfterwards.REPLACE, null))
                .thenRejected(SEAT_NOT_CLOSED);
    }

    private static ReopenSeat reopen(SeatAfterwards afterwards, @Nullable LocalDate until) {
        return new ReopenSeat(PAIR, afterwards, until, TODAY);
    }

    private static CorrectInterruption mend(Side side, InterruptionReason reason, LocalDate on) {
        return new CorrectInterruption(PAIR, AmendmentReason.MISTYPED, side, reason, on, TODAY);
    }

    @Test
    void the_day_until_which_a_place_was_kept_is_told_once_it_has_come_and_the_place_may_be_kept_longer() {
        LocalDate july = JUNE.plusMonths(1);
        PairInterrupted kept = interrupted(InterruptionReason.MENTOR_AWAY_FOR_A_TIME, SeatAfterwards.HOLD, JUNE);
        SeatDecided longer = new SeatDecided(PAIR, "need-1", 1, 2, "mentor-1", SeatAfterwards.HOLD, july, JUNE);
        pair.given(opened(), kept).when(new NoticeSeatDue(PAIR, TODAY)).then();
        pair.given(opened(), kept)
                .when(new NoticeSeatDue(PAIR, JUNE))
                .then(new SeatDecisionDue(PAIR, "need-1", 1, 2, "mentor-1", JUNE));
        pair.given(opened(), kept)
                .when(new DecideSeat(PAIR, SeatAfterwards.HOLD, july, JUNE))
                .then(longer);
        pair.given(opened(), kept, longer).when(new NoticeSeatDue(PAIR, JUNE)).then();
        pair.given(opened(), kept, longer)
                .when(new NoticeSeatDue(PAIR, july))
                .then(new SeatDecisionDue(PAIR, "need-1", 1, 2, "mentor-1", july));
        pair.given(opened()).when(new NoticeSeatDue(PAIR, JUNE)).then();
    }

    @Test
    void each_side_says_once_how_it_was_and_only_afterwards() {
        RecordExit told = new RecordExit(PAIR, Side.MENTOR, ExitOutcome.HELPED, true, TODAY, TODAY);
        ExitInterviewRecorded exit = new ExitInterviewRecorded(PAIR, Side.MENTOR, ExitOutcome.HELPED, true, TODAY);
        pair.given(opened()).when(told).thenRejected(PAIR_RUNS);
        pair.given(opened(), closed(FRIDAY)).when(told).then(exit);
        pair.given(opened(), closed(FRIDAY), exit).when(told).thenRejected(EXIT_ALREADY_RECORDED);
        pair.given(opened(), closed(FRIDAY), exit)
                .when(new RecordExit(PAIR, Side.STRUCTURE, ExitOutcome.HELPED, true, TODAY, TODAY))
                .then(new ExitInterviewRecorded(PAIR, Side.STRUCTURE, ExitOutcome.HELPED, true, TODAY));
    }

    private static DecideSeat decide(SeatAfterwards afterwards) {
        return new DecideSeat(PAIR, afterwards, null, TODAY);
    }

    private static InterruptPair interrupt(
            InterruptionReason reason, SeatAfterwards afterwards, @Nullable LocalDate heldUntil, LocalDate on) {
        return new InterruptPair(PAIR, Side.MENTOR, reason, afterwards, heldUntil, on, TODAY);
    }

    private static PairInterrupted interrupted(
            InterruptionReason reason, SeatAfterwards afterwards, @Nullable LocalDate heldUntil) {
        return new PairInterrupted(
                PAIR, "need-1", 1, 2, "mentor-1", Side.MENTOR, reason, afterwards, heldUntil, FRIDAY);
    }

    private static PairClosed closed(LocalDate on) {
        return new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, on);
    }
}
