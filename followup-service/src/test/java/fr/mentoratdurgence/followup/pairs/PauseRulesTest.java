package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ALREADY_PAUSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_NOT_PAUSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAUSE_OVER;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAUSE_TOO_LONG;
import static fr.mentoratdurgence.followup.pairs.PairSamples.OPENED_ON;
import static fr.mentoratdurgence.followup.pairs.PairSamples.PAIR;
import static fr.mentoratdurgence.followup.pairs.PairSamples.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairPaused;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairResumed;
import fr.mentoratdurgence.followup.pairs.PauseCommand.PausePair;
import fr.mentoratdurgence.followup.pairs.PauseCommand.ResumePair;
import fr.mentoratdurgence.followup.pairs.Pauses.Pause;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PauseRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);

    private final DeciderFixture<PairCommand, Pair, PairEvent> pair = new DeciderFixture<>(PairDecider.PAIR);

    @Test
    void a_pause_has_a_first_and_a_last_day() {
        pair.given(opened()).when(pause(TODAY, TODAY.plusDays(7))).then(paused(TODAY, TODAY.plusDays(7)));
        pair.given(opened())
                .when(pause(TODAY.plusDays(3), TODAY.plusDays(7)))
                .then(paused(TODAY.plusDays(3), TODAY.plusDays(7)));
        pair.given(opened()).when(pause(TODAY.minusDays(3), TODAY.minusDays(1))).thenRejected(PAUSE_OVER);
        pair.given(opened()).when(pause(TODAY.plusDays(3), TODAY.plusDays(2))).thenRejected(PAUSE_OVER);
        pair.given(opened()).when(pause(TODAY, TODAY.plusDays(93))).thenRejected(PAUSE_TOO_LONG);
        pair.given(opened()).when(pause(OPENED_ON.minusDays(1), TODAY)).thenRejected(DATE_BEFORE_OPENING);
    }

    @Test
    void two_pauses_do_not_overlap_and_one_follows_another() {
        PairPaused running = paused(TODAY, TODAY.plusDays(7));
        pair.given(opened(), running)
                .when(pause(TODAY.plusDays(7), TODAY.plusDays(9)))
                .thenRejected(PAIR_ALREADY_PAUSED);
        pair.given(opened(), running)
                .when(pause(TODAY.plusDays(8), TODAY.plusDays(9)))
                .then(paused(TODAY.plusDays(8), TODAY.plusDays(9)));
        pair.given(opened(), paused(OPENED_ON, TODAY.minusDays(1)))
                .when(pause(TODAY, TODAY.plusDays(2)))
                .then(paused(TODAY, TODAY.plusDays(2)));
        pair.given(opened(), paused(TODAY.plusDays(20), TODAY.plusDays(25)))
                .when(pause(TODAY, TODAY.plusDays(2)))
                .thenRejected(PAIR_ALREADY_PAUSED);
    }

    @Test
    void the_days_of_a_pause_are_known_also_after_it_was_ended_or_another_began() {
        Pauses pauses = Pauses.NONE
                .and(new Pause(TODAY, TODAY.plusDays(7)))
                .resumed(TODAY.plusDays(3))
                .and(new Pause(TODAY.plusDays(10), TODAY.plusDays(12)))
                .and(new Pause(TODAY.plusDays(20), TODAY.plusDays(21)))
                .resumed(TODAY.plusDays(13));
        assertThat(TODAY.datesUntil(TODAY.plusDays(30)).filter(pauses::on))
                .containsExactly(
                        TODAY,
                        TODAY.plusDays(1),
                        TODAY.plusDays(2),
                        TODAY.plusDays(10),
                        TODAY.plusDays(11),
                        TODAY.plusDays(12));
    }

    @Test
    void a_pause_is_ended_earlier_once_and_not_after_it_is_over() {
        ResumePair resume = new ResumePair(PAIR, Side.STRUCTURE, TODAY);
        PairResumed resumed = new PairResumed(PAIR, Side.STRUCTURE, TODAY);
        pair.given(opened(), paused(TODAY, TODAY.plusDays(7))).when(resume).then(resumed);
        pair.given(opened(), paused(TODAY, TODAY.plusDays(7)), resumed)
                .when(resume)
                .thenRejected(PAIR_NOT_PAUSED);
        pair.given(opened(), paused(OPENED_ON, TODAY.minusDays(1))).when(resume).thenRejected(PAIR_NOT_PAUSED);
        pair.given(opened()).when(resume).thenRejected(PAIR_NOT_PAUSED);
    }

    @Test
    void a_pair_that_pauses_may_end_and_one_that_is_over_does_not_pause() {
        PairClosed closed = new PairClosed(PAIR, "need-1", 1, 2, "mentor-1", true, TODAY);
        pair.given(opened(), paused(TODAY, TODAY.plusDays(7)))
                .when(new ClosePair(PAIR, true, TODAY, TODAY))
                .then(closed);
        pair.given(opened(), closed).when(pause(TODAY, TODAY.plusDays(7))).thenRejected(PAIR_ENDED);
        pair.given(opened(), paused(TODAY, TODAY.plusDays(7)), closed)
                .when(new ResumePair(PAIR, Side.MENTOR, TODAY))
                .thenRejected(PAIR_ENDED);
    }

    private static PausePair pause(LocalDate from, LocalDate until) {
        return new PausePair(PAIR, Side.MENTOR, PauseReason.HOLIDAYS, from, until, TODAY);
    }

    private static PairPaused paused(LocalDate from, LocalDate until) {
        return new PairPaused(PAIR, Side.MENTOR, PauseReason.HOLIDAYS, from, until);
    }
}
