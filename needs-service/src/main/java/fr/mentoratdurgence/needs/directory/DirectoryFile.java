package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.needs.csv.CsvColumn;
import fr.mentoratdurgence.needs.csv.CsvFile;
import fr.mentoratdurgence.needs.csv.CsvRefused;
import fr.mentoratdurgence.needs.csv.CsvRow;
import fr.mentoratdurgence.needs.csv.LineProblem;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordDirectoryEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The education ministry's directory of establishments (FR: annuaire), as its producer publishes it. Headers have
 * changed over the years, hence the aliases.
 *
 * @param entries schools that can be imported, one per UAI
 * @param skipped rows that are right but not for us: closed schools, second rows of one school
 * @param problems rows that someone has to correct
 */
record DirectoryFile(List<DirectoryEntry> entries, List<LineProblem> skipped, List<LineProblem> problems) {
    static final CsvColumn UAI = CsvColumn.required(
            "Identifiant_de_l_etablissement",
            "Code établissement",
            "UAI",
            "numero_uai",
            "Code UAI",
            "code_etablissement",
            "Identifiant de l'établissement");
    static final CsvColumn NAME = CsvColumn.required(
            "Nom_etablissement",
            "appellation_officielle",
            "Nom de l'établissement",
            "Nom de l'établissment",
            "denomination_principale",
            "Nom");
    static final CsvColumn COMMUNE = CsvColumn.required(
            "Code_commune",
            "Code commune",
            "Code INSEE de la commune",
            "code_commune_insee",
            "Commune INSEE",
            "code_insee");
    static final CsvColumn COMMUNE_NAME = CsvColumn.required(
            "Nom_commune", "Commune", "Nom de la commune", "libelle_commune", "localite_acheminement");
    static final CsvColumn DEPARTEMENT =
            CsvColumn.optional("Code_departement", "Code département", "Code du département", "departement_code");
    static final CsvColumn ACADEMIE = CsvColumn.optional("Code_academie", "Code académie", "academie_code");
    static final CsvColumn TYPE = CsvColumn.optional("Type_etablissement", "Type d'établissement", "type");
    static final CsvColumn PRIORITY = CsvColumn.optional(
            "Appartenance_Education_Prioritaire",
            "Appartenance Education Prioritaire",
            "Éducation prioritaire",
            "appartenance_ep",
            "ep");
    static final CsvColumn UPDATED = CsvColumn.optional("date_maj_ligne", "Date de mise à jour", "date_maj");
    static final CsvColumn STATE = CsvColumn.optional("etat", "etat_etablissement_libe", "etat_etablissement");

    private static final List<CsvColumn> COLUMNS =
            List.of(UAI, NAME, COMMUNE, COMMUNE_NAME, DEPARTEMENT, ACADEMIE, TYPE, PRIORITY, UPDATED, STATE);
    private static final Pattern INSEE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");
    private static final Pattern ACADEMIE_CODE = Pattern.compile("[0-9]{1,2}");
    private static final Pattern NOT_A_SCHOOL =
            Pattern.compile("service administratif|information et orientation|m[ée]dico-social|autre");
    private static final DateTimeFormatter FRENCH_DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NAME = 200;

    /**
     * Reads a directory file.
     *
     * @param defaultDate date of the statements where the file has no {@code date_maj_ligne}
     * @throws CsvRefused where required columns are missing
     */
    static DirectoryFile read(byte[] bytes, LocalDate defaultDate) throws CsvRefused {
        CsvFile file = CsvFile.read(bytes, COLUMNS);
        var reader = new Reader(file, defaultDate);
        file.rows().forEach(reader::read);
        reader.problems.addAll(file.problems());
        return new DirectoryFile(
                List.copyOf(reader.entries), List.copyOf(reader.skipped), List.copyOf(reader.problems));
    }

    private static final class Reader {
        private final boolean statesPriority;
        private final LocalDate defaultDate;
        private final Map<String, Long> lineByUai = new HashMap<>();
        private final List<DirectoryEntry> entries = new ArrayList<>();
        private final List<LineProblem> skipped = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();

        Reader(CsvFile file, LocalDate defaultDate) {
            this.statesPriority = file.has(PRIORITY);
            this.defaultDate = defaultDate;
        }

        void read(CsvRow row) {
            int before = problems.size();
            Optional<Uai> uai = uai(row);
            String name = name(row, NAME);
            String communeName = name(row, COMMUNE_NAME);
            String commune = commune(row);
            String departement = departement(row, commune);
            String academie = academie(row, departement);
            PriorityAudience status = statesPriority ? status(row) : null;
            LocalDate statedOn = statedOn(row);
            if (problems.size() > before || uai.isEmpty()) {
                return;
            }
            if (row.get(STATE).toUpperCase(Locale.ROOT).startsWith("FERM")) {
                skipped.add(LineProblem.at(
                        row.line(),
                        STATE.name(),
                        "import.etablissement-ferme",
                        uai.get().code()));
                return;
            }
            Long first = lineByUai.putIfAbsent(uai.get().code(), row.line());
            if (first != null) {
                skipped.add(LineProblem.at(
                        row.line(),
                        UAI.name(),
                        "import.uai-en-double",
                        uai.get().code(),
                        first));
                return;
            }
            var facts =
                    new RecordDirectoryEntry(uai.get(), kind(row), departement, academie, commune, status, statedOn);
            entries.add(new DirectoryEntry(row.line(), facts, new StructureNames(name, communeName)));
        }

        private Optional<Uai> uai(CsvRow row) {
            Optional<Uai> uai = Uai.parse(row.get(UAI));
            if (uai.isEmpty()) {
                problem(row, UAI, row.get(UAI).isEmpty() ? "import.manque" : "import.uai", row.get(UAI));
            }
            return uai;
        }

        private String name(CsvRow row, CsvColumn column) {
            String name = row.get(column);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                problem(row, column, name.isEmpty() ? "import.manque" : "import.trop-long", LONGEST_NAME);
            }
            return name;
        }

        private String commune(CsvRow row) {
            String commune = row.get(COMMUNE).toUpperCase(Locale.ROOT);
            if (commune.length() == 4) {
                commune = "0" + commune; // a spreadsheet took the code for a number
            }
            if (!INSEE.matcher(commune).matches()) {
                problem(row, COMMUNE, "import.commune", row.get(COMMUNE));
                return "";
            }
            return commune;
        }

        private String departement(CsvRow row, String commune) {
            String written = row.get(DEPARTEMENT);
            if (written.isEmpty() && commune.isEmpty()) {
                return ""; // the commune is already reported
            }
            String code = written.isEmpty() ? Departement.ofCommune(commune) : Departement.normalise(written);
            if (Departements.of(code).isEmpty()) {
                problem(row, DEPARTEMENT, "import.departement", code);
            }
            return code;
        }

        private String academie(CsvRow row, String departement) {
            String written = row.get(ACADEMIE);
            if (ACADEMIE_CODE.matcher(written).matches()) {
                return written.length() == 1 ? "0" + written : written;
            }
            return Departements.of(departement).map(one -> one.academie()).orElse("");
        }

        private @Nullable PriorityAudience status(CsvRow row) {
            String written = row.get(PRIORITY).toUpperCase(Locale.ROOT).replace(" ", "");
            return switch (written) {
                case "REP" -> PriorityAudience.REP;
                case "REP+", "REPPLUS", "REP_PLUS" -> PriorityAudience.REP_PLUS;
                case "", "HORSREP", "NON", "HORSEP" -> PriorityAudience.NONE;
                default -> {
                    problem(row, PRIORITY, "import.education-prioritaire", row.get(PRIORITY));
                    yield null;
                }
            };
        }

        private LocalDate statedOn(CsvRow row) {
            String written = row.get(UPDATED);
            if (written.isEmpty()) {
                return defaultDate;
            }
            String day = written.length() > 10 ? written.substring(0, 10) : written;
            try {
                return day.contains("/") ? LocalDate.parse(day, FRENCH_DATE) : LocalDate.parse(day);
            } catch (DateTimeException _) {
                problem(row, UPDATED, "import.date", written);
                return defaultDate;
            }
        }

        private static StructureKind kind(CsvRow row) {
            return NOT_A_SCHOOL.matcher(row.get(TYPE).toLowerCase(Locale.ROOT)).matches()
                    ? StructureKind.OTHER
                    : StructureKind.SCHOOL;
        }

        private void problem(CsvRow row, CsvColumn column, String key, Object... args) {
            problems.add(LineProblem.at(row.line(), column.name(), key, args));
        }
    }
}
