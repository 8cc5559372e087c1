package fr.mentoratdurgence.followup.care;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to remember of the care for a pair.
 *
 * @param introducedOn day of the introduction, null while nobody has confirmed it
 * @param asked        how often it was asked how things go
 * @param checkIns     the last time that each side was asked
 * @param open         alerts that nobody has settled
 * @param settled      the last alert of each kind that was settled
 * @param probation    whether the mentor is on probation for this pair
 */
record Care(
        @Nullable LocalDate introducedOn,
        int asked,
        Map<CheckInSide, CheckIn> checkIns,
        Map<AlertKind, Alert> open,
        Map<AlertKind, Settled> settled,
        boolean probation) {
    static final Care NONE = new Care(null, 0, Map.of(), Map.of(), Map.of(), false);

    /** One time that a side was asked. */
    record CheckIn(
            int number,
            LocalDate answerBy,
            boolean overdue,
            @Nullable LocalDate answeredOn) {}

    /**
     * One alert.
     *
     * @param since  the day of which it speaks
     * @param on     when it was raised
     * @param putOff until when somebody put it off; null = it stands on the list
     */
    record Alert(LocalDate since, LocalDate on, @Nullable LocalDate putOff) {}

    /** An alert that was settled, with what was done. */
    record Settled(Alert alert, AlertOutcome outcome) {}

    Care introduced(LocalDate day) {
        return new Care(day, asked, checkIns, open, settled, probation);
    }

    Care with(CheckInSide side, CheckIn checkIn) {
        Map<CheckInSide, CheckIn> more = new EnumMap<>(CheckInSide.class);
        more.putAll(checkIns);
        more.put(side, checkIn);
        return new Care(introducedOn, Math.max(asked, checkIn.number()), Map.copyOf(more), open, settled, probation);
    }

    Care raised(AlertKind kind, Alert alert) {
        Map<AlertKind, Alert> more = new EnumMap<>(AlertKind.class);
        more.putAll(open);
        more.put(kind, alert);
        return new Care(introducedOn, asked, checkIns, Map.copyOf(more), settled, probation);
    }

    Care putOff(AlertKind kind, LocalDate until) {
        Alert alert = open.get(kind);
        return alert == null ? this : raised(kind, new Alert(alert.since(), alert.on(), until));
    }

    Care settled(AlertKind kind, AlertOutcome outcome) {
        Alert alert = open.get(kind);
        if (alert == null) {
            return this;
        }
        Map<AlertKind, Alert> rest = new EnumMap<>(AlertKind.class);
        rest.putAll(open);
        rest.remove(kind);
        Map<AlertKind, Settled> done = new EnumMap<>(AlertKind.class);
        done.putAll(settled);
        done.put(kind, new Settled(alert, outcome));
        return new Care(introducedOn, asked, checkIns, Map.copyOf(rest), Map.copyOf(done), probation);
    }

    /** It stands as it was raised, and was never settled. */
    Care reopened(AlertKind kind, Alert alert) {
        Map<AlertKind, Settled> rest = new EnumMap<>(AlertKind.class);
        rest.putAll(settled);
        rest.remove(kind);
        return new Care(introducedOn, asked, checkIns, open, Map.copyOf(rest), probation).raised(kind, alert);
    }

    Care onProbation(boolean now) {
        return new Care(introducedOn, asked, checkIns, open, settled, now);
    }
}
