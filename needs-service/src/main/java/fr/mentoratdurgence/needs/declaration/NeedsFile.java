package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.needs.csv.CsvColumn;
import fr.mentoratdurgence.needs.csv.CsvFile;
import fr.mentoratdurgence.needs.csv.CsvRefused;
import fr.mentoratdurgence.needs.csv.CsvRow;
import fr.mentoratdurgence.needs.csv.LineProblem;
import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.platform.Violations.Violation;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Needs in a CSV file: one row is one line, consecutive rows of one UAI are one need. Columns and words are French, as
 * README.md says; codes are read too.
 *
 * @param groups the needs, in the order of the file
 * @param problems where the file could not be read
 */
record NeedsFile(List<NeedsFile.Group> groups, List<LineProblem> problems) {
    private static final CsvColumn UAI = CsvColumn.required("uai", "code_uai", "numero_uai");
    private static final CsvColumn LEVEL = CsvColumn.required("niveau", "niveaux", "classe");
    private static final CsvColumn COUNT = CsvColumn.required("nombre", "effectif");
    private static final CsvColumn SUPPORTS = CsvColumn.required("accompagnements", "accompagnement");
    private static final CsvColumn SUBJECTS = CsvColumn.optional("matieres", "matiere");
    private static final CsvColumn CHANNELS = CsvColumn.required("canaux", "canal");
    private static final CsvColumn SLOTS = CsvColumn.optional("creneaux", "creneau");
    private static final CsvColumn AUDIENCE = CsvColumn.optional("public", "public_prioritaire");
    private static final CsvColumn FAMILY = CsvColumn.optional("lien_famille");
    private static final CsvColumn NAME = CsvColumn.required("contact_nom");
    private static final CsvColumn EMAIL = CsvColumn.optional("contact_courriel", "contact_email");
    private static final CsvColumn PHONE = CsvColumn.optional("contact_telephone", "contact_tel");
    private static final List<CsvColumn> COLUMNS =
            List.of(UAI, LEVEL, COUNT, SUPPORTS, SUBJECTS, CHANNELS, SLOTS, AUDIENCE, FAMILY, NAME, EMAIL, PHONE);

    private static final Map<String, CsvColumn> COLUMN_OF_FIELD = Map.ofEntries(
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
    private static final Pattern SLOT =
            Pattern.compile("(\\p{L}+)\\.?\\s+([0-9]{1,2})[:h]([0-9]{2})?\\s*[-–]\\s*([0-9]{1,2})[:h]([0-9]{2})?");
    private static final Words WORDS = new Words();

    /** The rows of one need. */
    record Group(List<CsvRow> rows, Answers answers, String commandId) {

        /** Cells that say neither yes nor no: as an answer they could only be read as no. */
        List<LineProblem> unclear() {
            return rows.stream()
                    .filter(row -> yesOrNo(row.get(FAMILY)).isEmpty())
                    .map(row -> LineProblem.at(row.line(), FAMILY.name(), "import.oui-non", row.get(FAMILY)))
                    .toList();
        }

        LineProblem problem(Violation violation) {
            return problem(violation.field(), violation.key(), violation.args().toArray());
        }

        LineProblem problem(String field, String key, Object... args) {
            Matcher inLine = LINE_FIELD.matcher(field);
            boolean ofLine = inLine.matches();
            CsvRow row = rows.get(ofLine ? Integer.parseInt(inLine.group(1)) : 0);
            String last = ofLine ? inLine.group(2) : field.substring(field.lastIndexOf('.') + 1);
            CsvColumn column = COLUMN_OF_FIELD.getOrDefault(last, UAI);
            return LineProblem.at(row.line(), column.name(), key, args);
        }
    }

    /**
     * Reads a file.
     *
     * @throws CsvRefused where required columns are missing
     */
    static NeedsFile read(byte[] bytes) throws CsvRefused {
        CsvFile file = CsvFile.read(bytes, COLUMNS);
        List<List<CsvRow>> together = new ArrayList<>();
        String last = "";
        for (CsvRow row : file.rows()) {
            String uai = row.get(UAI);
            if (together.isEmpty() || !uai.equals(last)) {
                together.add(new ArrayList<>());
            }
            together.getLast().add(row);
            last = uai;
        }
        Map<String, Integer> twins = new HashMap<>();
        return new NeedsFile(together.stream().map(rows -> group(rows, twins)).toList(), file.problems());
    }

    private static Group group(List<CsvRow> rows, Map<String, Integer> twins) {
        CsvRow first = rows.getFirst();
        Answers answers = new Answers(
                first.get(UAI),
                null,
                null,
                WORDS.code("public", first.get(AUDIENCE)),
                new ContactAnswer(first.get(NAME), first.get(EMAIL), first.get(PHONE)),
                rows.stream().map(NeedsFile::line).toList(),
                null);
        String content = rows.stream()
                .map(row -> COLUMNS.stream().map(row::get).toList().toString())
                .toList()
                .toString();
        // a second need with the very same rows is another need, not the same one sent twice
        int twin = twins.merge(content, 1, Integer::sum);
        UUID id = UUID.nameUUIDFromBytes((content + "#" + twin).getBytes(StandardCharsets.UTF_8));
        return new Group(List.copyOf(rows), answers, "import-" + id);
    }

    private static LineAnswer line(CsvRow row) {
        return new LineAnswer(
                WORDS.code("niveau", row.get(LEVEL)),
                row.get(COUNT),
                codes("accompagnement", row.get(SUPPORTS)),
                codes("matiere", row.get(SUBJECTS)),
                codes("canal", row.get(CHANNELS)),
                split(row.get(SLOTS)).stream().map(NeedsFile::slot).toList(),
                yesOrNo(row.get(FAMILY)).orElse(false));
    }

    private static Optional<Boolean> yesOrNo(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "oui", "o", "1", "x", "true", "vrai" -> Optional.of(true);
            case "non", "n", "0", "false", "faux", "" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static SlotAnswer slot(String written) {
        Matcher slot = SLOT.matcher(written);
        if (!slot.matches()) {
            return new SlotAnswer(written, "", "");
        }
        return new SlotAnswer(
                WORDS.code("jour", slot.group(1)),
                hour(slot.group(2), slot.group(3)),
                hour(slot.group(4), slot.group(5)));
    }

    private static String hour(String hours, String minutes) {
        return "%02d:%s".formatted(Integer.parseInt(hours), minutes == null ? "00" : minutes);
    }

    private static List<String> codes(String list, String written) {
        return split(written).stream().map(word -> WORDS.code(list, word)).toList();
    }

    private static List<String> split(String written) {
        return Arrays.stream(written.split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The French words that stand for codes; the list is a resource, so that it can grow without a line of Java. */
    private static final class Words {
        private final Properties codes = new Properties();

        Words() {
            try (var reader = new java.io.InputStreamReader(
                    java.util.Objects.requireNonNull(
                            NeedsFile.class.getResourceAsStream("/declaration/mots.properties")),
                    StandardCharsets.UTF_8)) {
                codes.load(reader);
            } catch (java.io.IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        /** The code of a word, or what was written where it is no such word. */
        String code(String list, String written) {
            String plain = Normalizer.normalize(written, Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9+]", "");
            return codes.getProperty(list + "." + plain, written);
        }
    }
}
