package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.planning.PlanCommand.CancelPlan;
import fr.mentoratdurgence.followup.planning.PlanCommand.PlanSession;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanCancelled;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanned;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a plan: one at a time, ahead, for a pair that lives. Pure. */
final class PlanDecider {
    static final int FARTHEST_DAYS = 92;
    static final int SHORTEST_MINUTES = 15;
    static final int LONGEST_MINUTES = 240;
    private static final int DAY_MINUTES = 24 * 60;

    static final Decider<Asked, Optional<SessionPlanned>, PlanEvent> PLAN =
            new Decider<>("Plan", Optional.empty(), PlanDecider::decide, PlanDecider::evolve);

    /** @param lives whether the pair does */
    record Asked(PlanCommand command, boolean lives) {}

    private PlanDecider() {}

    private static List<PlanEvent> decide(Asked asked, Optional<SessionPlanned> planned) {
        return switch (asked.command()) {
            case PlanSession c -> {
                refuse(!asked.lives(), PlanRejection.PLAN_OF_AN_ENDED_PAIR);
                yield plan(c, planned);
            }
            case CancelPlan c -> {
                refuse(planned.isEmpty(), PlanRejection.NOTHING_PLANNED);
                yield List.of(new SessionPlanCancelled(c.pair(), c.side(), c.today()));
            }
        };
    }

    /** Saying the same again, from either side, plans nothing new. */
    private static List<PlanEvent> plan(PlanSession c, Optional<SessionPlanned> planned) {
        LocalDate latest = c.today().plusDays(FARTHEST_DAYS);
        refuse(c.firstOn().isBefore(c.today()), PlanRejection.PLAN_NOT_AHEAD);
        if (c.firstOn().isAfter(latest)) {
            throw new Rejection(PlanRejection.PLAN_TOO_FAR, Map.of("latest", latest.toString()));
        }
        refuse(c.startMinute() < 0 || c.startMinute() >= DAY_MINUTES, PlanRejection.PLAN_TIME_UNKNOWN);
        refuse(c.minutes() < SHORTEST_MINUTES || c.minutes() > LONGEST_MINUTES, PlanRejection.PLAN_LENGTH);
        boolean same = planned.filter(before -> before.weekly() == c.weekly()
                        && before.firstOn().equals(c.firstOn())
                        && before.startMinute() == c.startMinute()
                        && before.minutes() == c.minutes())
                .isPresent();
        return same
                ? List.of()
                : List.of(
                        new SessionPlanned(c.pair(), c.side(), c.weekly(), c.firstOn(), c.startMinute(), c.minutes()));
    }

    private static Optional<SessionPlanned> evolve(Optional<SessionPlanned> planned, PlanEvent event) {
        return switch (event) {
            case SessionPlanned e -> Optional.of(e);
            case SessionPlanCancelled _ -> Optional.empty();
        };
    }

    private static void refuse(boolean broken, RejectionCode rule) {
        if (broken) {
            throw new Rejection(rule);
        }
    }
}
