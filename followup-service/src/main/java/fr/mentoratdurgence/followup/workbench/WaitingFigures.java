package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.WatchBoard;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.safeguarding.ConcernBoard;
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
    private final WorkbenchBoard workbench;
    private final WatchBoard pairs;
    private final ConcernBoard concerns;
    private final FollowupPolicy policy;
    private final OperationDay day;

    WaitingFigures(
            WorkbenchBoard workbench,
            WatchBoard pairs,
            ConcernBoard concerns,
            FollowupPolicy policy,
            OperationDay day) {
        this.workbench = workbench;
        this.pairs = pairs;
        this.concerns = concerns;
        this.policy = policy;
        this.day = day;
    }

    @Override
    public List<Figure> of(String account, Set<String> territory) {
        Person person = new Person(account, "", Set.of("referent"), territory, null, null);
        Map<String, Integer> calls = workbench.toCallByReferent(person);
        int toCall = calls.getOrDefault("", 0) + calls.getOrDefault(account, 0);
        int overdue = workbench.countOverdue(person);
        int unconfirmed = pairs.unconfirmed(person);
        int seats = pairs.seatsDue(person, day.today());
        int alerts = pairs.charge(person, new Watch(false, day.today(), policy.silentAfterDays()))
                .alerts();
        return Stream.of(
                        new Figure("inquietude", concerns.count(person, true)),
                        new Figure("retard", overdue),
                        new Figure("contact", unconfirmed),
                        new Figure("place", seats),
                        new Figure("alerte", alerts - unconfirmed - seats),
                        new Figure("validation", workbench.countToValidate(person)),
                        new Figure("appel", toCall - overdue))
                .filter(figure -> figure.count() > 0)
                .toList();
    }
}
