package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.notes.NoteReminders;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.WatchBoard;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Charge;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.workbench.WorkRow.Kind;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All that waits for the team in one list, what hurts most first. Each kind comes in its own order along an index, as many
 * rows of it as the page could show; only these are put in order together, so that a page costs what it shows.
 */
@Component
class WorkList {
    private final WorkbenchBoard waiting;
    private final WatchBoard watched;
    private final NoteReminders notes;
    private final FollowupPolicy policy;

    WorkList(WorkbenchBoard waiting, WatchBoard watched, NoteReminders notes, FollowupPolicy policy) {
        this.waiting = waiting;
        this.watched = watched;
        this.notes = notes;
        this.policy = policy;
    }

    /** How many of each kind there are, each as far as {@link FirstRows} counts; an alert is a pair too, where it lives. */
    record Counts(Map<Kind, Integer> rows, int seatsDue, Map<String, Integer> calls, Charge charge) {
        int of(Set<Kind> kinds) {
            boolean all = kinds.contains(Kind.ALERT) && kinds.contains(Kind.PAIR);
            return (all ? seatsDue : 0)
                    + kinds.stream()
                            .filter(kind -> !all || kind != Kind.ALERT)
                            .mapToInt(kind -> rows.getOrDefault(kind, 0))
                            .sum();
        }
    }

    Counts counts(Person person, Watch watch) {
        Map<Kind, Integer> rows = new EnumMap<>(Kind.class);
        Map<String, Integer> calls = waiting.toCallByReferent(person, watch.sought());
        Charge charge = watched.charge(person, watch);
        rows.put(Kind.NEED, calls.getOrDefault("", 0) + calls.getOrDefault(person.account(), 0));
        rows.put(Kind.PROPOSAL, waiting.countToValidate(person, watch.sought()));
        rows.put(Kind.NOTE, notes.count(person, watch));
        rows.put(Kind.ALERT, charge.alerts());
        rows.put(Kind.PAIR, charge.live());
        return new Counts(rows, watched.seatsDue(person, watch), calls, charge);
    }

    /** The rows of these kinds from {@code offset} on, as they will stand once the acts just done are heard. */
    List<WorkRow> rows(Person person, Watch watch, Set<Kind> kinds, Foreseen foreseen, int offset, int size) {
        int end = offset + size;
        List<WorkRow> all = new ArrayList<>();
        if (kinds.contains(Kind.NEED)) {
            foreseen.needs(waiting.toCall(person, watch.sought(), end))
                    .forEach(need -> all.add(WorkRow.of(need, policy)));
        }
        if (kinds.contains(Kind.PROPOSAL)) {
            foreseen.proposals(waiting.toValidate(person, watch.sought(), end))
                    .forEach(one -> all.add(WorkRow.of(one, policy, watch.today())));
        }
        if (kinds.contains(Kind.NOTE)) {
            notes.due(person, watch, end).forEach(note -> all.add(WorkRow.of(note, policy, watch.today())));
        }
        List<PairRow> alerts = kinds.contains(Kind.ALERT) ? watched.watched(person, watch, true, 0, end) : List.of();
        if (kinds.contains(Kind.ALERT)) {
            pairs(Kind.ALERT, alerts, watch).forEach(all::add);
        }
        if (kinds.contains(Kind.PAIR)) {
            // whoever is among the longest silent and is an alert is among the first alerts
            Set<String> alerted = alerts.stream().map(PairRow::pair).collect(Collectors.toSet());
            pairs(Kind.PAIR, watched.watched(person, watch, false, 0, end), watch)
                    .filter(row -> !alerted.contains(row.id()))
                    .forEach(all::add);
        }
        return all.stream().sorted(WorkRow.ORDER).skip(offset).limit(size).toList();
    }

    private Stream<WorkRow> pairs(Kind kind, List<PairRow> pairs, Watch watch) {
        return pairs.stream().map(pair -> WorkRow.of(kind, pair, policy, watch.today()));
    }
}
