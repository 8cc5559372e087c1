package fr.mentoratdurgence.scenario;

import java.util.List;
import java.util.Map;

/** Needs as a school would declare them. */
final class Needs {
    static final String SCHOOL = "structure-0940176F";

    private Needs() {}

    static Map<String, Object> of(String structure, Map<String, Object> line) {
        return Map.of(
                "structure",
                structure,
                "priorityAudience",
                "REP",
                "contact",
                Map.of("name", "Dominique Exemple", "email", "dominique@exemple.fr", "phone", "0140000000"),
                "lines",
                List.of(line));
    }

    static Map<String, Object> line() {
        return line(Map.of());
    }

    /** Two places in CM1-CM2, with what is to be different. */
    static Map<String, Object> line(Map<String, Object> different) {
        Map<String, Object> line = new java.util.HashMap<>(Map.of(
                "levelBand", "CM1_CM2",
                "count", 2,
                "supports", List.of("METHOD"),
                "subjects", List.of("MATHS"),
                "channels", List.of("VIDEO"),
                "slots", List.of(Map.of("day", "WEDNESDAY", "start", "14:00", "end", "16:00")),
                "familyLink", true));
        line.putAll(different);
        return line;
    }
}
