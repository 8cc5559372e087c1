package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.Sought;
import fr.mentoratdurgence.followup.pairs.WatchBoard;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Charge;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.safeguarding.ConcernBoard;
import fr.mentoratdurgence.followup.staff.StaffRole;
import fr.mentoratdurgence.followup.staff.Waiting;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The workbench of somebody, in figures: who was promised something first, then young people, then what is ready. */
@Component
class WaitingFigures implements Waiting {
    private static final String COORDINATOR = "coordinator";

    private final WorkbenchBoard workbench;
    private final WatchBoard pairs;
    private final ConcernBoard concerns;
    private final CallsElsewhere elsewhere;
    private final FollowupPolicy policy;
    private final OperationDay day;

    WaitingFigures(
            WorkbenchBoard workbench,
            WatchBoard pairs,
            ConcernBoard concerns,
            CallsElsewhere elsewhere,
            FollowupPolicy policy,
            OperationDay day) {
        this.workbench = workbench;
        this.pairs = pairs;
        this.concerns = concerns;
        this.elsewhere = elsewhere;
        this.policy = policy;
        this.day = day;
    }

    @Override
    public List<Figure> of(StaffRole role, String account, Set<String> territory) {
        boolean coordinates = role == StaffRole.COORDINATOR;
        Person person = person(coordinates ? COORDINATOR : "referent", account, territory);
        Map<String, Integer> calls = workbench.toCallByReferent(person, Sought.ALL);
        int toCall = coordinates ? sum(calls) : calls.getOrDefault("", 0) + calls.getOrDefault(account, 0);
        int overdue = workbench.countOverdue(person);
        int unconfirmed = pairs.unconfirmed(person);
        int seats = pairs.seatsDue(person, watch(false));
        int alerts = charge(person, false).alerts();
        return Stream.of(
                        new Figure("inquietude", concerns.count(person, true)),
                        new Figure("retard", overdue),
                        new Figure("injoignable", elsewhere.count(person)),
                        new Figure("contact", unconfirmed),
                        new Figure("place", seats),
                        new Figure("alerte", alerts - unconfirmed - seats),
                        new Figure("validation", workbench.countToValidate(person, Sought.ALL)),
                        new Figure("appel", toCall - overdue))
                .filter(figure -> figure.count() > 0)
                .toList();
    }

    @Override
    public List<Figure> ofTheWeek(Set<String> territory) {
        Person person = person(COORDINATOR, "", territory);
        Charge charge = charge(person, true);
        return List.of(
                new Figure("inquietude", concerns.count(person, true)),
                new Figure("appel", sum(workbench.toCallByReferent(person, Sought.ALL))),
                new Figure("retard", workbench.countOverdue(person)),
                new Figure("place", workbench.countPlaces(person)),
                new Figure("binome", charge.live()),
                new Figure("alerte", charge.alerts()),
                new Figure("validation", workbench.countToValidate(person, Sought.ALL)));
    }

    private Charge charge(Person person, boolean everybody) {
        return pairs.charge(person, watch(everybody));
    }

    private Watch watch(boolean everybody) {
        return new Watch(everybody, day.today(), policy.silentAfterDays());
    }

    private static Person person(String role, String account, Set<String> territory) {
        return new Person(account, "", Set.of(role), territory, null, null);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
