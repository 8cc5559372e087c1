package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordDirectoryEntry;
import fr.mentoratdurgence.typed.DepartementCode;
import fr.mentoratdurgence.typed.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
 * @param skipped rows that are right but not for us: closed schools, second sites of one school
 * @param problems rows that someone has to correct
 */
record DirectoryFile(List<DirectoryEntry> entries, List<CellProblem> skipped, List<CellProblem> problems) {
    static final Column UAI = Column.required(
            "Identifiant_de_l_etablissement",
            "Code établissement",
            "UAI",
            "numero_uai",
            "Code UAI",
            "code_etablissement",
            "Identifiant de l'établissement");
    static final Column NAME = Column.required(
            "Nom_etablissement",
            "appellation_officielle",
            "Nom de l'établissement",
            "Nom de l'établissment",
            "denomination_principale",
            "Nom");
    static final Column COMMUNE = Column.required(
            "Code_commune",
            "Code commune",
            "Code INSEE de la commune",
            "code_commune_insee",
            "Commune INSEE",
            "code_insee");
    static final Column COMMUNE_NAME =
            Column.required("Nom_commune", "Commune", "Nom de la commune", "libelle_commune", "localite_acheminement");
    static final Column DEPARTEMENT =
            Column.optional("Code_departement", "Code département", "Code du département", "departement_code");
    static final Column ACADEMIE = Column.optional("Code_academie", "Code académie", "academie_code");
    static final Column TYPE = Column.optional("Type_etablissement", "Type d'établissement", "type");
    static final Column PRIORITY = Column.optional(
            "Appartenance_Education_Prioritaire",
            "Appartenance Education Prioritaire",
            "Éducation prioritaire",
            "appartenance_ep",
            "ep");
    static final Column UPDATED = Column.optional("date_maj_ligne", "Date de mise à jour", "date_maj");
    static final Column STATE = Column.optional("etat", "etat_etablissement_libe", "etat_etablissement");

    private static final List<Column> COLUMNS =
            List.of(UAI, NAME, COMMUNE, COMMUNE_NAME, DEPARTEMENT, ACADEMIE, TYPE, PRIORITY, UPDATED, STATE);
    private static final Pattern INSEE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");
    private static final Pattern ACADEMIE_CODE = Pattern.compile("[0-9]{1,2}");
    private static final Pattern NOT_A_SCHOOL =
            Pattern.compile("service administratif|information et orientation|m[ée]dico-social|autre");
    /** A second site has the number of the school that it belongs to. */
    private static final Pattern SITE = Pattern.compile("\\b(annexe|antenne|site)\\b");

    private static final int LONGEST_NAME = 200;

    /**
     * Reads a directory file.
     *
     * @param defaultDate date of the statements where the file has no {@code date_maj_ligne}
     * @throws FileRefused where required columns are missing
     */
    static DirectoryFile read(byte[] bytes, LocalDate defaultDate) throws FileRefused {
        Table file = Table.read(bytes, COLUMNS);
        var reader = new Reader(file, defaultDate);
        file.rows().forEach(reader::read);
        reader.choose();
        reader.problems.addAll(file.problems());
        return new DirectoryFile(
                List.copyOf(reader.entries), List.copyOf(reader.skipped), List.copyOf(reader.problems));
    }

    private static final class Reader {
        private final boolean statesPriority;
        private final LocalDate defaultDate;
        private final Map<String, List<Told>> byUai = new LinkedHashMap<>();
        private final List<DirectoryEntry> entries = new ArrayList<>();
        private final List<CellProblem> skipped = new ArrayList<>();
        private final List<CellProblem> problems = new ArrayList<>();

        Reader(Table file, LocalDate defaultDate) {
            this.statesPriority = file.has(PRIORITY);
            this.defaultDate = defaultDate;
        }

        void read(Row row) {
            int before = problems.size();
            Optional<Uai> uai = uai(row);
            String name = name(row, NAME);
            String communeName = name(row, COMMUNE_NAME);
            String commune = commune(row);
            String departement = departement(row, commune);
            String academie = academie(row, departement);
            PriorityAudience status = statesPriority ? status(row) : null;
            LocalDate statedOn = statedOn(row);
            problems.addAll(row.problems());
            if (problems.size() > before || uai.isEmpty()) {
                return;
            }
            var facts = new RecordDirectoryEntry(
                    uai.get(), kind(row), departement, academie, commune, status, statedOn, false);
            byUai.computeIfAbsent(uai.get().code(), _ -> new ArrayList<>())
                    .add(new Told(
                            new DirectoryEntry(row.line(), facts, new StructureNames(name, communeName)),
                            row.get(STATE).toUpperCase(Locale.ROOT).startsWith("FERM")));
        }

        /** What a row tells of a school. */
        private record Told(DirectoryEntry entry, boolean closed) {
            private LocalDate statedOn() {
                return entry.facts().statedOn();
            }

            private boolean isSite() {
                return SITE.matcher(entry.names().name().toLowerCase(Locale.ROOT))
                        .find();
            }
        }

        /** Of several rows of one school: whoever is told last to have closed has; else its main site stands for it. */
        private void choose() {
            byUai.forEach((uai, rows) -> {
                LocalDate closedOn = rows.stream()
                        .filter(Told::closed)
                        .map(Told::statedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                Optional<Told> main = rows.stream()
                        .filter(told -> !told.closed() && !told.statedOn().isBefore(closedOn))
                        .min(Comparator.comparing(Told::isSite));
                main.ifPresent(told -> entries.add(told.entry()));
                rows.stream()
                        .filter(told -> main.filter(told::equals).isEmpty())
                        .forEach(told -> skip(uai, told, main));
            });
        }

        private void skip(String uai, Told told, Optional<Told> main) {
            long line = told.entry().line();
            skipped.add(
                    told.closed() || main.isEmpty()
                            ? CellProblem.at(line, STATE.name(), "import.etablissement-ferme", uai)
                            : CellProblem.at(
                                    line,
                                    UAI.name(),
                                    "import.uai-en-double",
                                    uai,
                                    main.get().entry().line(),
                                    told.entry().names().name(),
                                    main.get().entry().names().name()));
        }

        private Optional<Uai> uai(Row row) {
            Optional<Uai> uai = Uai.parse(row.get(UAI));
            if (uai.isEmpty()) {
                problem(row, UAI, row.get(UAI).isEmpty() ? "import.manque" : "import.uai", row.get(UAI));
            }
            return uai;
        }

        private String name(Row row, Column column) {
            String name = row.get(column);
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                problem(row, column, name.isEmpty() ? "import.manque" : "import.trop-long", LONGEST_NAME);
            }
            return name;
        }

        private String commune(Row row) {
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

        private String departement(Row row, String commune) {
            String written = row.get(DEPARTEMENT);
            if (written.isEmpty() && commune.isEmpty()) {
                return ""; // the commune is already reported
            }
            String code = written.isEmpty() ? DepartementCode.ofCommune(commune) : DepartementCode.of(written);
            if (Departements.of(code).isEmpty()) {
                problem(row, DEPARTEMENT, "import.departement", code);
            }
            return code;
        }

        private String academie(Row row, String departement) {
            String written = row.get(ACADEMIE);
            if (ACADEMIE_CODE.matcher(written).matches()) {
                return written.length() == 1 ? "0" + written : written;
            }
            return Departements.of(departement).map(one -> one.academie()).orElse("");
        }

        private @Nullable PriorityAudience status(Row row) {
            Optional<PriorityAudience> status = PriorityList.status(row.get(PRIORITY));
            if (status.isEmpty()) {
                problem(row, PRIORITY, "import.education-prioritaire", row.get(PRIORITY));
            }
            return status.orElse(null);
        }

        private LocalDate statedOn(Row row) {
            String written = row.get(UPDATED);
            if (written.isEmpty()) {
                return defaultDate;
            }
            return Typed.date(written).orElseGet(() -> {
                problem(row, UPDATED, "fichier.date", written);
                return defaultDate;
            });
        }

        private static StructureKind kind(Row row) {
            return NOT_A_SCHOOL.matcher(row.get(TYPE).toLowerCase(Locale.ROOT)).matches()
                    ? StructureKind.OTHER
                    : StructureKind.SCHOOL;
        }

        private void problem(Row row, Column column, String key, Object... args) {
            problems.add(CellProblem.at(row.line(), column.name(), key, args));
        }
    }
}
