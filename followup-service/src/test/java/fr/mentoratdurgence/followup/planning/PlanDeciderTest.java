package fr.mentoratdurgence.followup.planning;

import static fr.mentoratdurgence.followup.planning.PlanRejection.NOTHING_PLANNED;
import static fr.mentoratdurgence.followup.planning.PlanRejection.PLAN_LENGTH;
import static fr.mentoratdurgence.followup.planning.PlanRejection.PLAN_NOT_AHEAD;
import static fr.mentoratdurgence.followup.planning.PlanRejection.PLAN_OF_AN_ENDED_PAIR;
import static fr.mentoratdurgence.followup.planning.PlanRejection.PLAN_TIME_UNKNOWN;
import static fr.mentoratdurgence.followup.planning.PlanRejection.PLAN_TOO_FAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.planning.PlanCommand.CancelPlan;
import fr.mentoratdurgence.followup.planning.PlanCommand.PlanSession;
import fr.mentoratdurgence.followup.planning.PlanDecider.Asked;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanCancelled;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanned;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDeciderTest {
    private static final String PAIR = "pair-1";
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 4);

    private final DeciderFixture<Asked, Optional<SessionPlanned>, PlanEvent> plan =
            new DeciderFixture<>(PlanDecider.PLAN);

    @Test
    void a_session_is_planned_ahead_and_the_last_word_counts() {
        plan.given().when(ask(TODAY, 1020, 60)).then(planned(TODAY, 1020));
        plan.given(planned(TODAY, 1020)).when(ask(TODAY.plusDays(1), 600, 60)).then(planned(TODAY.plusDays(1), 600));
        plan.given(planned(TODAY, 1020)).when(ask(TODAY, 1020, 60)).thenNothing();
        plan.given().when(ask(TODAY.minusDays(1), 1020, 60)).thenRejected(PLAN_NOT_AHEAD);
        plan.given().when(ask(TODAY.plusDays(92), 1020, 60)).then(planned(TODAY.plusDays(92), 1020));
        plan.given().when(ask(TODAY.plusDays(93), 1020, 60)).thenRejected(PLAN_TOO_FAR);
        plan.given().when(ask(TODAY, 1440, 60)).thenRejected(PLAN_TIME_UNKNOWN);
        plan.given().when(ask(TODAY, -1, 60)).thenRejected(PLAN_TIME_UNKNOWN);
        plan.given().when(ask(TODAY, 1020, 14)).thenRejected(PLAN_LENGTH);
        plan.given().when(ask(TODAY, 1020, 241)).thenRejected(PLAN_LENGTH);
    }

    @Test
    void what_is_planned_is_cancelled_once_also_after_the_end_and_nothing_new_is_planned_then() {
        Asked cancel = new Asked(new CancelPlan(PAIR, Side.STRUCTURE, TODAY), false);
        SessionPlanCancelled cancelled = new SessionPlanCancelled(PAIR, Side.STRUCTURE, TODAY);
        plan.given(planned(TODAY, 1020)).when(cancel).then(cancelled);
        plan.given(planned(TODAY, 1020), cancelled).when(cancel).thenRejected(NOTHING_PLANNED);
        plan.given().when(new Asked(ask(TODAY, 1020, 60).command(), false)).thenRejected(PLAN_OF_AN_ENDED_PAIR);
    }

    @Test
    void a_slot_of_each_week_lasts_until_the_school_year_ends_and_leaves_out_days_of_rest() {
        SessionPlan weekly = new SessionPlan(PAIR, 0, true, LocalDate.of(2020, 6, 30), 1020, 60);
        assertThat(weekly.days()).containsExactly(LocalDate.of(2020, 6, 30), LocalDate.of(2020, 7, 7));
        assertThat(weekly.next(LocalDate.of(2020, 6, 30), _ -> false)).contains(LocalDate.of(2020, 6, 30));
        assertThat(weekly.next(LocalDate.of(2020, 6, 30), LocalDate.of(2020, 6, 30)::equals))
                .contains(LocalDate.of(2020, 7, 7));
        assertThat(weekly.next(LocalDate.of(2020, 7, 8), _ -> false)).isEmpty();
        assertThat(new SessionPlan(PAIR, 0, true, LocalDate.of(2020, 9, 8), 1020, 60).lastOn())
                .isEqualTo(LocalDate.of(2021, 7, 10));
        assertThat(new SessionPlan(PAIR, 0, false, LocalDate.of(2020, 6, 30), 1020, 60).days())
                .containsExactly(LocalDate.of(2020, 6, 30));
    }

    private static Asked ask(LocalDate on, int start, int minutes) {
        return new Asked(new PlanSession(PAIR, Side.MENTOR, true, on, start, minutes, TODAY), true);
    }

    private static SessionPlanned planned(LocalDate on, int start) {
        return new SessionPlanned(PAIR, Side.MENTOR, true, on, start, 60);
    }
}
