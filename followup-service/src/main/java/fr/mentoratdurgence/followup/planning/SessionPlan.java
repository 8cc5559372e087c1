package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.contracts.vocabulary.SchoolYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a pair plans.
 *
 * @param version     grows with each change
 * @param weekly      each week from that day on; false = that once
 * @param startMinute minutes from midnight, by the clock of the structure
 */
record SessionPlan(String pair, int version, boolean weekly, LocalDate firstOn, int startMinute, int minutes) {
    /** The last day that a slot of each week can be: a pair has no planned end of its own. */
    LocalDate lastOn() {
        return weekly ? SchoolYear.lastDay(firstOn) : firstOn;
    }

    /** All days of it. */
    List<LocalDate> days() {
        return Stream.iterate(firstOn, day -> !day.isAfter(lastOn()), day -> day.plusWeeks(1))
                .toList();
    }

    /** The next day of it, today included; empty where there is none any more. */
    Optional<LocalDate> next(LocalDate today, Predicate<LocalDate> rests) {
        return days().stream()
                .filter(day -> !day.isBefore(today) && !rests.test(day))
                .findFirst();
    }
}
