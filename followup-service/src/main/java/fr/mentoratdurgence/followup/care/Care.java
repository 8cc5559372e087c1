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
 * @param settledOn    when the last alert of a kind was settled, and of which day it spoke
 * @param probation    whether the mentor is on probation for this pair
 */
record Care(
        @Nullable LocalDate introducedOn,
        int asked,
        Map<CheckInSide, CheckIn> checkIns,
        Map<AlertKind, Alert> open,
        Map<AlertKind, Alert> settledOn,
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
     * @param since the day of which it speaks
     * @param on    when it was raised; of one that is settled, when that was
     */
    record Alert(LocalDate since, LocalDate on) {}

    Care introduced(LocalDate day) {
        return new Care(day, asked, checkIns, open, settledOn, probation);
    }

    Care with(CheckInSide side, CheckIn checkIn) {
        Map<CheckInSide, CheckIn> more = new EnumMap<>(CheckInSide.class);
        more.putAll(checkIns);
        more.put(side, checkIn);
        return new Care(introducedOn, Math.max(asked, checkIn.number()), Map.copyOf(more), open, settledOn, probation);
    }

    Care raised(AlertKind kind, Alert alert) {
        Map<AlertKind, Alert> more = new EnumMap<>(AlertKind.class);
        more.putAll(open);
        more.put(kind, alert);
        return new Care(introducedOn, asked, checkIns, Map.copyOf(more), settledOn, probation);
    }

    Care settled(AlertKind kind, LocalDate day) {
        Alert alert = open.get(kind);
        if (alert == null) {
            return this;
        }
        Map<AlertKind, Alert> rest = new EnumMap<>(AlertKind.class);
        rest.putAll(open);
        rest.remove(kind);
        Map<AlertKind, Alert> done = new EnumMap<>(AlertKind.class);
        done.putAll(settledOn);
        done.put(kind, new Alert(alert.since(), day));
        return new Care(introducedOn, asked, checkIns, Map.copyOf(rest), Map.copyOf(done), probation);
    }

    Care onProbation(boolean now) {
        return new Care(introducedOn, asked, checkIns, open, settledOn, now);
    }
}
