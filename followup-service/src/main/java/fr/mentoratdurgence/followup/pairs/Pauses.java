package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import java.util.ArrayList;
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

        boolean meets(Pause other) {
            return !from.isAfter(other.until) && !other.from.isAfter(until);
        }
    }

    boolean on(LocalDate day) {
        return all.stream().anyMatch(pause -> pause.on(day));
    }

    /** One that shares a day with this. */
    Optional<Pause> meeting(Pause asked) {
        return all.stream().filter(asked::meets).findFirst();
    }

    /** The one that runs on this day, or the next one after it. */
    Optional<Pause> from(LocalDate day) {
        return all.stream().filter(pause -> !pause.until.isBefore(day)).min(Comparator.comparing(Pause::from));
    }

    Pauses and(Pause pause) {
        return new Pauses(Stream.concat(all.stream(), Stream.of(pause)).toList());
    }

    /** The pair goes on from this day: what was past of the pause stays, and one that had not begun is no more. */
    Pauses resumed(LocalDate on) {
        Optional<Pause> ended = from(on);
        if (ended.isEmpty()) {
            return this;
        }
        List<Pause> left = new ArrayList<>(all);
        left.remove(ended.get());
        if (ended.get().from.isBefore(on)) {
            left.add(new Pause(ended.get().from, on.minusDays(1)));
        }
        return new Pauses(List.copyOf(left));
    }
}
