package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.files.Words;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.mentor.intake.Draft.SkillDraft;
import fr.mentoratdurgence.mentor.intake.Draft.SlotDraft;
import fr.mentoratdurgence.mentor.onboarding.ImportedRow;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.JobProgress;
import fr.mentoratdurgence.typed.DepartementCode;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.Typed;
import fr.mentoratdurgence.typed.WeeklyHours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file of volunteers: each row stands for itself, and is new, brings somebody up to date, says what is known, is
 * to be corrected or is a question for a person. Columns (README.md): {@code prenom;nom;courriel;telephone;majeur;
 * departement;partout;matieres;accompagnements;canaux;creneaux;capacite}, and {@code association} where volunteers come
 * through a member. What other programs export has other headers, a date of birth, a postcode.
 */
@Component
class MentorImport {
    private static final int MOST_ROWS = 5000;
    private static final int OF_AGE = 18;

    private static final Column FIRST_NAME = Column.required("prenom", "prénom usuel", "first name", "firstname");
    private static final Column LAST_NAME =
            Column.required("nom", "nom de famille", "nom d'usage", "last name", "lastname");
    /** Who has none is called. */
    private static final Column EMAIL = Column.optional(
            "courriel",
            "email",
            "e-mail",
            "mail",
            "adresse mail",
            "adresse e-mail",
            "adresse électronique",
            "adresse courriel",
            "mél");

    private static final Column PHONE = Column.required(
            "telephone",
            "téléphone mobile",
            "tél",
            "mobile",
            "portable",
            "numéro de téléphone",
            "n° de téléphone",
            "téléphone portable",
            "gsm",
            "phone");
    private static final Column ADULT = Column.optional("majeur", "adulte", "18 ans ou plus");
    private static final Column BORN = Column.optional("date_de_naissance", "naissance", "né le", "née le", "né(e) le");
    private static final Column DEPARTEMENT =
            Column.optional("departement", "dept", "code département", "numéro de département");
    private static final Column POSTCODE = Column.optional("code_postal", "cp", "code postal du domicile");
    private static final Column ANYWHERE = Column.optional("partout");
    private static final Column SKILLS = Column.optional("matieres", "matière");
    private static final Column SUPPORTS = Column.required("accompagnements", "accompagnement");
    private static final Column CHANNELS = Column.required("canaux", "canal");
    private static final Column SLOTS = Column.optional("creneaux", "créneau", "disponibilités", "disponibilité");
    private static final Column CAPACITY = Column.optional("capacite", "nombre de jeunes");
    private static final Column ASSOCIATION = Column.optional("association");
    private static final List<Column> COLUMNS = List.of(
            FIRST_NAME,
            LAST_NAME,
            EMAIL,
            PHONE,
            ADULT,
            BORN,
            DEPARTEMENT,
            POSTCODE,
            ANYWHERE,
            SKILLS,
            SUPPORTS,
            CHANNELS,
            SLOTS,
            CAPACITY,
            ASSOCIATION);

    private static final Map<String, Column> COLUMN_OF = Map.ofEntries(
            Map.entry("firstName", FIRST_NAME),
            Map.entry("lastName", LAST_NAME),
            Map.entry("email", EMAIL),
            Map.entry("phone", PHONE),
            Map.entry("adult", ADULT),
            Map.entry("departement", DEPARTEMENT),
            Map.entry("anywhere", ANYWHERE),
            Map.entry("skills", SKILLS),
            Map.entry("supports", SUPPORTS),
            Map.entry("channels", CHANNELS),
            Map.entry("slots", SLOTS),
            Map.entry("capacity", CAPACITY));

    /** {@code MATHS:CP_CE2-LYCEE_GT} or {@code maths : 6e-3e}. */
    private static final Pattern SKILL = Pattern.compile("([^:]+):([^-]+)(?:-(.+))?");

    /** {@code Semaine - Soirée}, {@code mercredi après-midi}, as volunteers of a partner say when they are free. */
    private static final Map<String, List<String>> DAYS = Map.of(
            "semaine", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
            "weekend", List.of("SATURDAY", "SUNDAY"));

    private static final Pattern DAY_AND_PART = Pattern.compile("(\\p{L}+(?:-end)?)\\s*[-:,]?\\s+(.+)");

    private static final Map<String, SlotDraft> HALF_DAYS = Map.of(
            "matinee", new SlotDraft(null, "09:00", "12:00"),
            "matin", new SlotDraft(null, "09:00", "12:00"),
            "apresmidi", new SlotDraft(null, "14:00", "17:00"),
            "journee", new SlotDraft(null, "09:00", "18:00"),
            "soiree", new SlotDraft(null, "17:00", "20:00"),
            "soir", new SlotDraft(null, "17:00", "20:00"));

    /** What takes longer than anybody waits for. */
    enum Work {
        MENTORS_FILE
    }

    /** @param origin of the applications */
    record Asked(Origin origin) {}

    private final IntakeActs intake;
    private final Texts texts;
    private final OperationDay day;

    MentorImport(IntakeActs intake, Texts texts, OperationDay day) {
        this.intake = intake;
        this.texts = texts;
        this.day = day;
    }

    /**
     * Reads a file.
     *
     * @param territory where the importing person may correct what is known
     * @param context   each row is taken under an id of its own: what was taken is not taken again by whoever goes on
     * @throws InvalidInput where it is no such file at all
     */
    ImportReport read(byte[] bytes, Set<String> territory, CommandContext context, JobProgress progress) {
        Table file = table(bytes);
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        Map<String, Set<String>> namesOf = namesByAddress(file.rows());
        for (int i = 0; i < file.rows().size(); i++) {
            Row row = file.rows().get(i);
            progress.at(i, file.rows().size());
            if (i >= MOST_ROWS) {
                report.row(row.line(), State.REFUSED, List.of(problem(row, "", "import.trop", MOST_ROWS)));
                break;
            }
            if (namesOf.getOrDefault(address(row), Set.of()).size() > 1) {
                report.row(row.line(), State.IN_QUESTION, List.of(problem(row, EMAIL.name(), "import.meme-adresse")));
            } else {
                take(row, territory, context.child("line-" + row.line()), report);
            }
        }
        file.problems().forEach(stop -> report.row(stop.line(), State.REFUSED, List.of(stop)));
        return report.report();
    }

    private static Table table(byte[] bytes) {
        try {
            Table table = Table.read(bytes, COLUMNS);
            String missing = List.of(List.of(ADULT, BORN), List.of(DEPARTEMENT, POSTCODE)).stream()
                    .filter(either -> either.stream().noneMatch(table::has))
                    .map(either -> either.getFirst().name())
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw refused("fichier.colonnes-manquantes", missing);
            }
            return table;
        } catch (FileRefused refused) {
            throw refused(refused.key(), refused.args().toArray());
        }
    }

    private static InvalidInput refused(String key, Object... args) {
        return new InvalidInput(new Violations().add("fichier", key, args).all());
    }

    private void take(Row row, Set<String> territory, CommandContext context, ImportReport.Builder report) {
        List<CellProblem> problems = new ArrayList<>(row.problems());
        problems.addAll(unclear(row));
        Draft draft = draft(row);
        try {
            if (problems.isEmpty()) {
                tell(row, intake.take(draft, territory, context), report);
                return;
            }
            var _ = intake.check(draft, new Violations()); // what else is wrong in this row
        } catch (InvalidInput invalid) {
            invalid.violations()
                    .forEach(v -> problems.add(
                            problem(row, column(v.field()), v.key(), v.args().toArray())));
        }
        report.row(row.line(), State.REFUSED, problems);
    }

    private static void tell(Row row, ImportedRow became, ImportReport.Builder report) {
        switch (became.fate()) {
            case APPLIED -> report.row(row.line(), State.NEW, became.mentor());
            case UPDATED -> report.row(row.line(), State.UPDATED, became.mentor());
            case UNCHANGED -> report.row(row.line(), State.UNCHANGED, became.mentor());
            case OTHER_PERSON, NOT_TO_CHANGE ->
                report.row(row.line(), State.IN_QUESTION, List.of(problem(row, EMAIL.name(), "import.connu")));
            case COMES_BACK ->
                report.row(row.line(), State.IN_QUESTION, List.of(problem(row, EMAIL.name(), "import.revient")));
        }
    }

    /** Two people of one household, or a mistake: either way not for a program to decide. */
    private static Map<String, Set<String>> namesByAddress(List<Row> rows) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Row row : rows) {
            if (!address(row).isEmpty()) {
                names.computeIfAbsent(address(row), _ -> new TreeSet<>())
                        .add(Typed.plain(row.get(FIRST_NAME) + row.get(LAST_NAME)));
            }
        }
        return names;
    }

    private static String address(Row row) {
        return EmailAddress.read(row.get(EMAIL)).map(EmailAddress::value).orElse("");
    }

    /** A cell that says neither yes nor no could only be read as no. */
    private List<CellProblem> unclear(Row row) {
        List<CellProblem> unclear = new ArrayList<>();
        String anywhere = row.get(ANYWHERE);
        if (!anywhere.isEmpty() && Typed.yesOrNo(anywhere).isEmpty()) {
            unclear.add(problem(row, ANYWHERE.name(), "fichier.oui-non", anywhere));
        }
        String born = row.get(BORN);
        if (row.get(ADULT).isEmpty() && !born.isEmpty() && Typed.date(born).isEmpty()) {
            unclear.add(problem(row, BORN.name(), "fichier.date", born));
        }
        return unclear;
    }

    private Draft draft(Row row) {
        String departement = row.get(DEPARTEMENT);
        return new Draft(
                row.get(FIRST_NAME),
                row.get(LAST_NAME),
                row.get(EMAIL),
                row.get(PHONE),
                adult(row),
                departement.isEmpty() ? DepartementCode.ofPostcode(row.get(POSTCODE)) : departement,
                Typed.yesOrNo(row.get(ANYWHERE)).orElse(null),
                row.list(SKILLS).stream().map(MentorImport::skill).toList(),
                row.list(SUPPORTS).stream()
                        .map(word -> Words.code(Kind.ACCOMPAGNEMENT, word))
                        .toList(),
                row.list(CHANNELS).stream()
                        .map(word -> Words.code(Kind.CANAL, word))
                        .toList(),
                row.list(SLOTS).stream().flatMap(slot -> slots(slot).stream()).toList(),
                row.get(CAPACITY).matches("\\d{1,4}") ? Integer.valueOf(row.get(CAPACITY)) : null,
                row.get(ASSOCIATION));
    }

    /** A date of birth says it, too; it is not kept. */
    private @Nullable Boolean adult(Row row) {
        return Typed.yesOrNo(row.get(ADULT))
                .or(() -> Typed.date(row.get(BORN))
                        .map(born -> !born.plusYears(OF_AGE).isAfter(day.today())))
                .orElse(null);
    }

    private static SkillDraft skill(String typed) {
        Matcher m = SKILL.matcher(typed);
        if (!m.matches()) {
            return new SkillDraft(Words.code(Kind.MATIERE, typed), null, null);
        }
        String from = Words.code(Kind.NIVEAU, m.group(2));
        String to = m.group(3) == null ? from : Words.code(Kind.NIVEAU, m.group(3));
        return new SkillDraft(Words.code(Kind.MATIERE, m.group(1)), from, to);
    }

    private static List<SlotDraft> slots(String typed) {
        Matcher parts = DAY_AND_PART.matcher(typed);
        SlotDraft hours = parts.matches() ? HALF_DAYS.get(Typed.plain(parts.group(2))) : null;
        List<String> days = hours == null ? List.of() : days(parts.group(1));
        if (hours != null && !days.isEmpty()) {
            return days.stream()
                    .map(one -> new SlotDraft(one, hours.start(), hours.end()))
                    .toList();
        }
        return List.of(WeeklyHours.read(typed)
                .map(h -> new SlotDraft(h.day().name(), h.start(), h.end()))
                .orElseGet(() -> new SlotDraft(typed, null, null)));
    }

    /** {@code semaine}, {@code week-end} or one day. */
    private static List<String> days(String typed) {
        return WeeklyHours.day(typed)
                .map(day -> List.of(day.name()))
                .orElseGet(() -> DAYS.getOrDefault(Typed.plain(typed), List.of()));
    }

    private static String column(String field) {
        String name = field.replaceFirst("[\\[.].*", "");
        Column column = COLUMN_OF.get(name);
        return column == null ? name : column.name();
    }

    private static CellProblem problem(Row row, String column, String key, Object... args) {
        return CellProblem.at(row.line(), column, key, args);
    }
}
