package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days on which a pair was, is or will be at rest. */
public record Pauses(List<Pause> all) {
    /** None at all. */
    public static final Pauses NONE = new Pauses(List.of());

    /** From a day until a day, both of them within. */
    public record Pause(LocalDate from, LocalDate until) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    boolean on(LocalDate day) {
        return all.stream().anyMatch(pause -> pause.on(day));
    }

    /** The last of those that are not over on this day. */
    Optional<Pause> latest(LocalDate day) {
        return all.stream().filter(pause -> !pause.until.isBefore(day)).max(Comparator.comparing(Pause::until));
    }

    Pauses and(Pause pause) {
        return new Pauses(Stream.concat(all.stream(), Stream.of(pause)).toList());
    }

    /** The pair goes on from this day: what was past of a pause stays, and one that had not begun is no more. */
    Pauses resumed(LocalDate on) {
        return new Pauses(all.stream()
                .filter(pause -> pause.from.isBefore(on))
                .map(pause -> pause.until.isBefore(on) ? pause : new Pause(pause.from, on.minusDays(1)))
                .toList());
    }
}
