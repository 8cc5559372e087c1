package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Words;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of the file of needs: one line of a need. Consecutive rows of one school are one need. */
record NeedRow(
        String uai,
        String level,
        int count,
        String supports,
        String subjects,
        String channels,
        String slots,
        String audience,
        String familyLink,
        String contactName,
        String contactEmail,
        String contactPhone) {
    private static final String HEADER =
            "uai;niveau;nombre;accompagnements;matieres;canaux;creneaux;public;lien_famille;"
                    + "contact_nom;contact_courriel;contact_telephone";

    private static final Column UAI = Column.required("uai");
    private static final Column LEVEL = Column.required("niveau");
    private static final Column COUNT = Column.required("nombre");
    private static final Column SUPPORTS = Column.required("accompagnements");
    private static final Column SUBJECTS = Column.optional("matieres");
    private static final Column CHANNELS = Column.required("canaux");
    private static final Column SLOTS = Column.optional("creneaux");
    private static final Column AUDIENCE = Column.optional("public");
    private static final Column FAMILY = Column.optional("lien_famille");
    private static final Column NAME = Column.required("contact_nom");
    private static final Column EMAIL = Column.optional("contact_courriel");
    private static final Column PHONE = Column.optional("contact_telephone");
    private static final List<Column> COLUMNS =
            List.of(UAI, LEVEL, COUNT, SUPPORTS, SUBJECTS, CHANNELS, SLOTS, AUDIENCE, FAMILY, NAME, EMAIL, PHONE);

    static List<NeedRow> read(byte[] file) {
        return JourneyFile.rows(file, COLUMNS).stream().map(NeedRow::of).toList();
    }

    private static NeedRow of(Row row) {
        String count = row.get(COUNT);
        return new NeedRow(
                row.get(UAI),
                Words.code(Kind.NIVEAU, row.get(LEVEL)),
                count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0,
                codes(Kind.ACCOMPAGNEMENT, row.list(SUPPORTS)),
                codes(Kind.MATIERE, row.list(SUBJECTS)),
                codes(Kind.CANAL, row.list(CHANNELS)),
                String.join("|", row.list(SLOTS)),
                Words.code(Kind.PUBLIC, row.get(AUDIENCE)),
                row.get(FAMILY),
                row.get(NAME),
                row.get(EMAIL),
                row.get(PHONE));
    }

    private static String codes(Kind kind, List<String> words) {
        return words.stream().map(word -> Words.code(kind, word)).collect(Collectors.joining("|"));
    }

    private static List<String> items(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    static String csv(List<NeedRow> rows) {
        var csv = new StringBuilder(HEADER).append('\n');
        rows.forEach(row -> csv.append(row.csv()).append('\n'));
        return csv.toString();
    }

    private String csv() {
        return String.join(
                ";",
                uai,
                level,
                Integer.toString(count),
                supports,
                subjects,
                channels,
                slots,
                audience,
                familyLink,
                contactName,
                contactEmail,
                contactPhone);
    }

    NeedRow movedTo(String otherUai, String otherAudience) {
        return new NeedRow(
                otherUai,
                level,
                count,
                supports,
                subjects,
                channels,
                slots,
                otherAudience,
                familyLink,
                contactName,
                contactEmail,
                contactPhone);
    }

    Map<String, Object> lineJson() {
        return Map.of(
                "levelBand", level,
                "count", count,
                "supports", items(supports),
                "subjects", items(subjects),
                "channels", items(channels),
                "slots", Slot.json(items(slots)),
                "familyLink", Typed.yesOrNo(familyLink).orElse(false));
    }

    Map<String, String> contactJson() {
        return Map.of("name", contactName, "email", contactEmail, "phone", contactPhone);
    }
}
