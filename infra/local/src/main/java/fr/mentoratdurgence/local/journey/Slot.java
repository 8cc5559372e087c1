package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.typed.WeeklyHours;
import java.util.List;
import java.util.Map;

/** A weekly slot as the import files write it, as the forms send it. */
final class Slot {
    private Slot() {}

    static List<Map<String, String>> json(List<String> slots) {
        return slots.stream().map(Slot::json).toList();
    }

    private static Map<String, String> json(String text) {
        WeeklyHours hours =
                WeeklyHours.read(text).orElseThrow(() -> new IllegalArgumentException("not a slot: " + text));
        return Map.of("day", hours.day().name(), "start", hours.start(), "end", hours.end());
    }
}
