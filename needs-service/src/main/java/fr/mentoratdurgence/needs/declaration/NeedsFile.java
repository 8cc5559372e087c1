package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.files.Words;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.platform.Violations.Violation;
import fr.mentoratdurgence.typed.Typed;
import fr.mentoratdurgence.typed.WeeklyHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Needs in a file: one row is one line; consecutive rows of one UAI, contact and audience are one need, and a row that
 * leaves contact and audience empty goes on with those above. Columns and words are French, as README.md says; codes are
 * read too.
 *
 * @param groups the needs, in the order of the file
 * @param problems where the file could not be read
 */
record NeedsFile(List<NeedsFile.Group> groups, List<CellProblem> problems) {
    private static final Column UAI =
            Column.required("uai", "code_uai", "numero_uai", "n° uai", "rne", "etablissement");
    private static final Column LEVEL = Column.required("niveau", "niveaux", "classe");
    private static final Column COUNT = Column.required("nombre", "effectif", "nombre de jeunes", "jeunes", "places");
    private static final Column SUPPORTS = Column.required("accompagnements", "accompagnement");
    private static final Column SUBJECTS = Column.optional("matieres", "matiere");
    private static final Column CHANNELS = Column.required("canaux", "canal");
    private static final Column SLOTS = Column.optional("creneaux", "creneau");
    private static final Column AUDIENCE = Column.optional("public", "public_prioritaire");
    private static final Column FAMILY = Column.optional("lien_famille");
    private static final Column NAME = Column.required("contact_nom", "contact", "nom_contact", "nom du contact");
    private static final Column EMAIL =
            Column.optional("contact_courriel", "contact_email", "contact_mail", "courriel", "e-mail");
    private static final Column PHONE = Column.optional("contact_telephone", "contact_tel", "telephone", "tel");
    private static final List<Column> COLUMNS =
            List.of(UAI, LEVEL, COUNT, SUPPORTS, SUBJECTS, CHANNELS, SLOTS, AUDIENCE, FAMILY, NAME, EMAIL, PHONE);

    private static final Map<String, Column> COLUMN_OF_FIELD = Map.ofEntries(
            Map.entry("structure", UAI),
            Map.entry("lines", UAI),
            Map.entry("levelBand", LEVEL),
            Map.entry("count", COUNT),
            Map.entry("supports", SUPPORTS),
            Map.entry("subjects", SUBJECTS),
            Map.entry("channels", CHANNELS),
            Map.entry("slots", SLOTS),
            Map.entry("priorityAudience", AUDIENCE),
            Map.entry("name", NAME),
            Map.entry("email", EMAIL),
            Map.entry("phone", PHONE));

    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[([0-9]+)]\\.(\\w+).*");
    /** The rows of one need. */
    record Group(List<Row> rows, Answers answers) {

        /** Cells that nobody can read, or that say neither yes nor no: as an answer they could only be read as no. */
        List<CellProblem> unclear() {
            List<CellProblem> unclear = new ArrayList<>();
            for (Row row : rows) {
                unclear.addAll(row.problems());
                String written = row.get(FAMILY);
                if (!written.isEmpty() && Typed.yesOrNo(written).isEmpty()) {
                    unclear.add(CellProblem.at(row.line(), FAMILY.name(), "fichier.oui-non", written));
                }
            }
            return unclear;
        }

        CellProblem problem(Violation violation) {
            return problem(violation.field(), violation.key(), violation.args().toArray());
        }

        CellProblem problem(String field, String key, Object... args) {
            Matcher inLine = LINE_FIELD.matcher(field);
            boolean ofLine = inLine.matches();
            Row row = rows.get(ofLine ? Integer.parseInt(inLine.group(1)) : 0);
            String last = ofLine ? inLine.group(2) : field.substring(field.lastIndexOf('.') + 1);
            Column column = COLUMN_OF_FIELD.getOrDefault(last, UAI);
            return CellProblem.at(row.line(), column.name(), key, args);
        }
    }

    /**
     * Reads a file.
     *
     * @throws FileRefused where required columns are missing
     */
    static NeedsFile read(byte[] bytes) throws FileRefused {
        Table file = Table.read(bytes, COLUMNS);
        List<List<Row>> together = new ArrayList<>();
        for (Row row : file.rows()) {
            if (together.isEmpty() || !goesOn(together.getLast().getFirst(), row)) {
                together.add(new ArrayList<>());
            }
            together.getLast().add(row);
        }
        return new NeedsFile(together.stream().map(NeedsFile::group).toList(), file.problems());
    }

    private static boolean goesOn(Row first, Row next) {
        return Typed.plain(first.get(UAI)).equals(Typed.plain(next.get(UAI)))
                && List.of(AUDIENCE, NAME, EMAIL, PHONE).stream()
                        .allMatch(column -> next.get(column).isEmpty()
                                || Typed.plain(next.get(column)).equals(Typed.plain(first.get(column))));
    }

    private static Group group(List<Row> rows) {
        Row first = rows.getFirst();
        Answers answers = new Answers(
                first.get(UAI),
                null,
                null,
                Words.code(Kind.PUBLIC, first.get(AUDIENCE)),
                new ContactAnswer(first.get(NAME), first.get(EMAIL), first.get(PHONE)),
                null,
                rows.stream().map(NeedsFile::line).toList(),
                null);
        return new Group(List.copyOf(rows), answers);
    }

    private static LineAnswer line(Row row) {
        return new LineAnswer(
                Words.code(Kind.NIVEAU, row.get(LEVEL)),
                row.get(COUNT),
                codes(Kind.ACCOMPAGNEMENT, row, SUPPORTS),
                codes(Kind.MATIERE, row, SUBJECTS),
                codes(Kind.CANAL, row, CHANNELS),
                row.list(SLOTS).stream().map(NeedsFile::slot).toList(),
                Typed.yesOrNo(row.get(FAMILY)).orElse(false));
    }

    private static SlotAnswer slot(String written) {
        return WeeklyHours.read(written)
                .map(hours -> new SlotAnswer(hours.day().name(), hours.start(), hours.end()))
                .orElseGet(() -> new SlotAnswer(written, "", ""));
    }

    private static List<String> codes(Kind kind, Row row, Column column) {
        return row.list(column).stream().map(word -> Words.code(kind, word)).toList();
    }
}
