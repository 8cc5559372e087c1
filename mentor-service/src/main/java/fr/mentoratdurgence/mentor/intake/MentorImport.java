package fr.mentoratdurgence.mentor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.mentor.intake.Draft.SkillDraft;
import fr.mentoratdurgence.mentor.intake.Draft.SlotDraft;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.Violations;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file of volunteers: good lines are kept, bad ones are reported by line, column and reason, and importing the
 * file again changes nothing. Columns (README.md): {@code prenom;nom;courriel;telephone;majeur;departement;partout;
 * matieres;accompagnements;canaux;creneaux;capacite}, and {@code association} where volunteers come through a member.
 */
@Component
class MentorImport {
    private static final int MOST_LINES = 5000;
    private static final Map<String, String> COLUMN_OF = Map.ofEntries(
            Map.entry("firstName", "prenom"),
            Map.entry("lastName", "nom"),
            Map.entry("email", "courriel"),
            Map.entry("phone", "telephone"),
            Map.entry("adult", "majeur"),
            Map.entry("departement", "departement"),
            Map.entry("anywhere", "partout"),
            Map.entry("skills", "matieres"),
            Map.entry("supports", "accompagnements"),
            Map.entry("channels", "canaux"),
            Map.entry("slots", "creneaux"),
            Map.entry("capacity", "capacite"));
    private static final Pattern SKILL = Pattern.compile("(\\w+)\\s*:\\s*(\\w+)\\s*-\\s*(\\w+)");
    private static final Pattern SLOT =
            Pattern.compile("(\\p{L}{3})\\p{L}*\\s+(\\d{1,2}[:h]\\d{2})\\s*-\\s*(\\d{1,2}[:h]\\d{2})");
    private static final Map<String, String> DAYS = Map.of(
            "lun", "MONDAY",
            "mar", "TUESDAY",
            "mer", "WEDNESDAY",
            "jeu", "THURSDAY",
            "ven", "FRIDAY",
            "sam", "SATURDAY",
            "dim", "SUNDAY");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Intake intake;
    private final Texts texts;

    /** What became of a file. */
    record Report(int accepted, int unchanged, int rejected, List<BadCell> errors) {}

    /**
     * Something to mend.
     *
     * @param line   in the file, the header is line 1
     * @param column name in the header
     */
    record BadCell(long line, String column, String reason) {}

    MentorImport(Intake intake, Texts texts) {
        this.intake = intake;
        this.texts = texts;
    }

    /**
     * Reads a file, line by line; each line stands for itself.
     *
     * @throws InvalidInput where it is no such file at all
     */
    Report read(byte[] file, CommandContext context) {
        int accepted = 0;
        int unchanged = 0;
        int rejected = 0;
        List<BadCell> errors = new ArrayList<>();
        try (CSVParser rows = parser(file)) {
            checkHeader(rows.getHeaderNames());
            Iterator<CSVRecord> records = rows.iterator();
            while (true) {
                long begins = rows.getCurrentLineNumber() + 1;
                CSVRecord row;
                try {
                    if (!records.hasNext()) {
                        break;
                    }
                    row = records.next();
                } catch (UncheckedIOException | IllegalStateException unreadable) {
                    rejected++;
                    errors.add(new BadCell(begins, "", texts.of("import.suite")));
                    break;
                }
                long line = rows.getCurrentLineNumber();
                if (row.getRecordNumber() > MOST_LINES) {
                    rejected++;
                    errors.add(new BadCell(line, "", texts.of("import.trop", MOST_LINES)));
                    break;
                }
                List<BadCell> bad = new ArrayList<>(unclear(row, line));
                try {
                    CommandContext own = context.child("line-" + row.getRecordNumber());
                    if (!bad.isEmpty()) {
                        var _ = DraftCheck.of(draft(row)); // what else is wrong in this line
                    } else if (intake.receive(draft(row), Origin.IMPORT, own).fresh()) {
                        accepted++;
                    } else {
                        unchanged++;
                    }
                } catch (InvalidInput invalid) {
                    for (Fault fault : texts.of(invalid)) {
                        bad.add(new BadCell(line, column(fault.field()), fault.message()));
                    }
                }
                if (!bad.isEmpty()) {
                    rejected++;
                    errors.addAll(bad);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Report(accepted, unchanged, rejected, errors);
    }

    /** A cell that says neither yes nor no could only be read as no. */
    private List<BadCell> unclear(CSVRecord row, long line) {
        String typed = cell(row, "partout");
        return typed.isEmpty() || yesOrNo(typed) != null
                ? List.of()
                : List.of(new BadCell(line, "partout", texts.of("import.oui-non", typed)));
    }

    private static CSVParser parser(byte[] file) throws IOException {
        try {
            return CSVParser.parse(new StringReader(text(file)), FORMAT);
        } catch (CSVException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new InvalidInput(List.of(new Violations.Violation("fichier", "import.illisible", List.of())));
        }
    }

    private static void checkHeader(List<String> found) {
        Set<String> missing = new TreeSet<>(COLUMN_OF.values());
        found.forEach(name -> missing.remove(name.toLowerCase(Locale.ROOT)));
        if (!missing.isEmpty()) {
            new Violations()
                    .add("fichier", "import.colonnes", String.join(", ", missing))
                    .throwIfAny();
        }
    }

    private static Draft draft(CSVRecord row) {
        return new Draft(
                cell(row, "prenom"),
                cell(row, "nom"),
                cell(row, "courriel"),
                cell(row, "telephone"),
                yesOrNo(cell(row, "majeur")),
                cell(row, "departement"),
                yesOrNo(cell(row, "partout")),
                parts(cell(row, "matieres")).stream().map(MentorImport::skill).toList(),
                parts(cell(row, "accompagnements")),
                parts(cell(row, "canaux")),
                parts(cell(row, "creneaux")).stream().map(MentorImport::slot).toList(),
                number(cell(row, "capacite")),
                cell(row, "association"));
    }

    private static SkillDraft skill(String typed) {
        Matcher m = SKILL.matcher(typed);
        return m.matches() ? new SkillDraft(m.group(1), m.group(2), m.group(3)) : new SkillDraft(typed, null, null);
    }

    private static SlotDraft slot(String typed) {
        Matcher m = SLOT.matcher(typed);
        return m.matches()
                ? new SlotDraft(DAYS.get(m.group(1).toLowerCase(Locale.ROOT)), hour(m.group(2)), hour(m.group(3)))
                : new SlotDraft(typed, null, null);
    }

    private static String hour(String typed) {
        String hour = typed.replace('h', ':');
        return hour.length() == 4 ? "0" + hour : hour;
    }

    private static @Nullable Boolean yesOrNo(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "oui", "o", "1", "vrai" -> true;
            case "non", "n", "0", "faux" -> false;
            default -> null;
        };
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
    }

    private static List<String> parts(String typed) {
        return Arrays.stream(typed.split("\\|", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static String column(String field) {
        String name = field.replaceFirst("[\\[.].*", "");
        return COLUMN_OF.getOrDefault(name, name);
    }

    /** UTF-8 with or without mark; what is not UTF-8 is what spreadsheets on Windows write. */
    private static String text(byte[] file) {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
