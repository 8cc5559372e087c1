package fr.mentoratdurgence.local.journey;

import java.util.List;
import java.util.Map;

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

    static List<NeedRow> read(String csv) {
        return Sheet.read(csv).rows().stream().map(NeedRow::of).toList();
    }

    private static NeedRow of(Map<String, String> row) {
        String count = Sheet.cell(row, "nombre");
        return new NeedRow(
                Sheet.cell(row, "uai"),
                Sheet.cell(row, "niveau"),
                count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0,
                Sheet.cell(row, "accompagnements"),
                Sheet.cell(row, "matieres"),
                Sheet.cell(row, "canaux"),
                Sheet.cell(row, "creneaux"),
                Sheet.cell(row, "public"),
                Sheet.cell(row, "lien_famille"),
                Sheet.cell(row, "contact_nom"),
                Sheet.cell(row, "contact_courriel"),
                Sheet.cell(row, "contact_telephone"));
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
                "supports", Sheet.list(supports),
                "subjects", Sheet.list(subjects),
                "channels", Sheet.list(channels),
                "slots", Slot.json(slots),
                "familyLink", familyLink.equals("oui"));
    }

    Map<String, String> contactJson() {
        return Map.of("name", contactName, "email", contactEmail, "phone", contactPhone);
    }
}
