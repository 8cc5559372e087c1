package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of the file of mentors, as the public form would send it. */
record MentorFileRow(Row row) {
    private static final Column FIRST_NAME = Column.required("prenom");
    private static final Column LAST_NAME = Column.required("nom");
    private static final Column EMAIL = Column.required("courriel");
    private static final Column PHONE = Column.required("telephone");
    private static final Column ADULT = Column.required("majeur");
    private static final Column DEPARTEMENT = Column.required("departement");
    private static final Column ANYWHERE = Column.required("partout");
    private static final Column SKILLS = Column.required("matieres");
    private static final Column SUPPORTS = Column.required("accompagnements");
    private static final Column CHANNELS = Column.required("canaux");
    private static final Column SLOTS = Column.required("creneaux");
    private static final Column CAPACITY = Column.required("capacite");
    private static final Column ASSOCIATION = Column.optional("association");
    private static final List<Column> COLUMNS = List.of(
            FIRST_NAME,
            LAST_NAME,
            EMAIL,
            PHONE,
            ADULT,
            DEPARTEMENT,
            ANYWHERE,
            SKILLS,
            SUPPORTS,
            CHANNELS,
            SLOTS,
            CAPACITY,
            ASSOCIATION);
    private static final Pattern SKILL = Pattern.compile("(\\w+):(\\w+)-(\\w+)");

    static List<MentorFileRow> read(byte[] file) {
        return JourneyFile.rows(file, COLUMNS).stream().map(MentorFileRow::new).toList();
    }

    Map<String, Object> json() {
        return Map.ofEntries(
                Map.entry("firstName", row.get(FIRST_NAME)),
                Map.entry("lastName", row.get(LAST_NAME)),
                Map.entry("email", row.get(EMAIL)),
                Map.entry("phone", row.get(PHONE)),
                Map.entry("adult", yes(ADULT)),
                Map.entry("departement", row.get(DEPARTEMENT)),
                Map.entry("anywhere", yes(ANYWHERE)),
                Map.entry(
                        "skills",
                        row.list(SKILLS).stream().map(MentorFileRow::skill).toList()),
                Map.entry("supports", row.list(SUPPORTS)),
                Map.entry("channels", row.list(CHANNELS)),
                Map.entry("slots", Slot.json(row.list(SLOTS))),
                Map.entry("capacity", Integer.parseInt(row.get(CAPACITY))),
                Map.entry("association", row.get(ASSOCIATION)));
    }

    private boolean yes(Column column) {
        return Typed.yesOrNo(row.get(column)).orElse(false);
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
