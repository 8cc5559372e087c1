package fr.mentoratdurgence.local.journey;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of the file of mentors, as the public form would send it. */
record MentorRow(Map<String, String> row) {
    private static final Pattern SKILL = Pattern.compile("(\\w+):(\\w+)-(\\w+)");

    static List<MentorRow> read(String csv) {
        return Sheet.read(csv).rows().stream().map(MentorRow::new).toList();
    }

    Map<String, Object> json() {
        return Map.ofEntries(
                Map.entry("firstName", Sheet.cell(row, "prenom")),
                Map.entry("lastName", Sheet.cell(row, "nom")),
                Map.entry("email", Sheet.cell(row, "courriel")),
                Map.entry("phone", Sheet.cell(row, "telephone")),
                Map.entry("adult", yes("majeur")),
                Map.entry("departement", Sheet.cell(row, "departement")),
                Map.entry("anywhere", yes("partout")),
                Map.entry("skills", skills()),
                Map.entry("supports", Sheet.list(Sheet.cell(row, "accompagnements"))),
                Map.entry("channels", Sheet.list(Sheet.cell(row, "canaux"))),
                Map.entry("slots", Slot.json(Sheet.cell(row, "creneaux"))),
                Map.entry("capacity", Integer.parseInt(Sheet.cell(row, "capacite"))),
                Map.entry("association", Sheet.cell(row, "association")));
    }

    private boolean yes(String column) {
        return Sheet.cell(row, column).equals("oui");
    }

    /** {@code MATHS:COLLEGE_6_5-COLLEGE_4_3}: the subject, the youngest and the oldest level. */
    private List<Map<String, String>> skills() {
        return Sheet.list(Sheet.cell(row, "matieres")).stream()
                .map(MentorRow::skill)
                .toList();
    }

    private static Map<String, String> skill(String text) {
        Matcher parts = SKILL.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a skill: " + text);
        }
        return Map.of("subject", parts.group(1), "fromBand", parts.group(2), "toBand", parts.group(3));
    }
}
