package fr.mentoratdurgence.local.journey;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weekly slot as the import files write it: {@code mer 14:00-16:00}. */
record Slot(String day, String start, String end) {
    private static final Pattern FORM = Pattern.compile("(\\p{Alpha}{3})\\s+([\\d:]+)-([\\d:]+)");
    private static final Map<String, String> DAYS = Map.of(
            "lun", "MONDAY",
            "mar", "TUESDAY",
            "mer", "WEDNESDAY",
            "jeu", "THURSDAY",
            "ven", "FRIDAY",
            "sam", "SATURDAY",
            "dim", "SUNDAY");

    static Slot read(String text) {
        Matcher parts = FORM.matcher(text.strip());
        String day = parts.matches() ? DAYS.get(parts.group(1)) : null;
        if (day == null) {
            throw new IllegalArgumentException("not a slot: " + text);
        }
        return new Slot(day, parts.group(2), parts.group(3));
    }

    static List<Map<String, String>> json(String cell) {
        return Sheet.list(cell).stream().map(Slot::read).map(Slot::json).toList();
    }

    private Map<String, String> json() {
        return Map.of("day", day, "start", start, "end", end);
    }
}
