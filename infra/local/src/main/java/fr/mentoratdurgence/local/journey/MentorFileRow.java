package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.typed.Typed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One row of the file of mentors, as the public form would send it. */
record MentorFileRow(Row row) {
    /** What the form takes as it stands in the file, under which name. */
    private static final Map<String, Column> TEXTS = Map.of(
            "firstName", Column.required("prenom"),
            "lastName", Column.required("nom"),
            "email", Column.required("courriel"),
            "phone", Column.required("telephone"),
            "departement", Column.required("departement"),
            "association", Column.optional("association"));

    private static final Map<String, Column> LISTS =
            Map.of("supports", Column.required("accompagnements"), "channels", Column.required("canaux"));
    private static final Map<String, Column> YES_OR_NO =
            Map.of("adult", Column.required("majeur"), "anywhere", Column.required("partout"));
    private static final Column SKILLS = Column.required("matieres");
    private static final Column SLOTS = Column.required("creneaux");
    private static final Column CAPACITY = Column.required("capacite");
    private static final List<Column> COLUMNS = Stream.of(
                    TEXTS.values(), LISTS.values(), YES_OR_NO.values(), List.of(SKILLS, SLOTS, CAPACITY))
            .flatMap(Collection::stream)
            .toList();
    private static final Pattern SKILL = Pattern.compile("(\\w+):(\\w+)-(\\w+)");

    static List<MentorFileRow> read(byte[] file) {
        return JourneyFile.rows(file, COLUMNS).stream().map(MentorFileRow::new).toList();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new HashMap<>();
        TEXTS.forEach((name, column) -> json.put(name, row.get(column)));
        LISTS.forEach((name, column) -> json.put(name, row.list(column)));
        YES_OR_NO.forEach(
                (name, column) -> json.put(name, Typed.yesOrNo(row.get(column)).orElse(false)));
        json.put("skills", row.list(SKILLS).stream().map(MentorFileRow::skill).toList());
        json.put("slots", Slot.json(row.list(SLOTS)));
        json.put("capacity", Integer.parseInt(row.get(CAPACITY)));
        return json;
    }

    /** {@code MATHS:COLLEGE_6_5-COLLEGE_4_3}: the subject, the youngest and the oldest level. */
    private static Map<String, String> skill(String text) {
        Matcher parts = SKILL.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a skill: " + text);
        }
        return Map.of("subject", parts.group(1), "fromBand", parts.group(2), "toBand", parts.group(3));
    }
}
