package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.files.Words;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.JobRun;
import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a file of resources, a portion at a time: each row is new, another word about a known one, known, or to be corrected. Columns
 * (README.md): {@code code;titre;genre;adresse;source;licence;minutes;niveaux;accompagnements;cotes}, and for a
 * programme of broadcasts {@code jour;debut;fin}.
 */
@Component
class LibraryFile {
    private static final int MOST_ROWS = 2000;
    /** Rows that are kept together; who stops the work has whole portions of the file. */
    private static final int PORTION = 100;

    private static final Column CODE = Column.required("code", "repère");
    private static final Column TITLE = Column.required("titre", "intitulé");
    private static final Column KIND = Column.required("genre", "type");
    private static final Column ADDRESS = Column.required("adresse", "url", "lien");
    private static final Column SOURCE = Column.required("source", "producteur");
    private static final Column LICENCE = Column.required("licence", "droits");
    private static final Column MINUTES = Column.optional("minutes", "durée");
    private static final Column LEVELS = Column.optional("niveaux", "niveau");
    private static final Column SUPPORTS = Column.required("accompagnements", "accompagnement", "besoins");
    private static final Column SIDES = Column.required("cotes", "côté", "pour");
    private static final Column AIRS_ON = Column.optional("jour", "date");
    private static final Column AIRS_FROM = Column.optional("debut", "heure de début");
    private static final Column AIRS_UNTIL = Column.optional("fin", "heure de fin");
    private static final List<Column> COLUMNS = List.of(
            CODE,
            TITLE,
            KIND,
            ADDRESS,
            SOURCE,
            LICENCE,
            MINUTES,
            LEVELS,
            SUPPORTS,
            SIDES,
            AIRS_ON,
            AIRS_FROM,
            AIRS_UNTIL);
    private static final String START = "/library/start.csv";

    /** What takes longer than anybody waits for. */
    enum Work {
        RESOURCES_TRIAL,
        RESOURCES_FILE;

        static Work of(boolean trial) {
            return trial ? RESOURCES_TRIAL : RESOURCES_FILE;
        }
    }

    /** @param trial only says what would become of it */
    record Asked(boolean trial) {}

    private final LibraryActs library;
    private final TransactionOperations transactions;
    private final Texts texts;

    LibraryFile(LibraryActs library, TransactionOperations transactions, Texts texts) {
        this.library = library;
        this.transactions = transactions;
        this.texts = texts;
    }

    /** What a new installation may begin with: works whose producers' own pages are named, for a person to look at. */
    static byte[] start() {
        try (InputStream file = LibraryFile.class.getResourceAsStream(START)) {
            if (file == null) {
                throw new IllegalStateException("missing resource " + START);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a file. Begun again, it finds what it had kept unchanged.
     *
     * @throws InvalidInput where it is no such file at all
     */
    ImportReport read(JobRun<Asked> run) {
        Table file = table(run.file());
        List<Row> rows = file.rows().subList(0, Math.min(MOST_ROWS, file.rows().size()));
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        Set<String> codes = new HashSet<>();
        for (int from = 0; from < rows.size(); from += PORTION) {
            run.progress().at(from, rows.size());
            List<Row> portion = rows.subList(from, Math.min(from + PORTION, rows.size()));
            transactions.executeWithoutResult(_ -> portion.forEach(
                    row -> take(row, codes, run.person(), run.parameters().trial(), report)));
        }
        file.rows().stream()
                .skip(MOST_ROWS)
                .findFirst()
                .ifPresent(row -> report.row(
                        row.line(), State.REFUSED, List.of(problem(row, "", "ressource.fichier.trop", MOST_ROWS))));
        file.problems().forEach(stop -> report.row(stop.line(), State.REFUSED, List.of(stop)));
        return report.report();
    }

    private void take(Row row, Set<String> codes, Person person, boolean trial, ImportReport.Builder report) {
        List<CellProblem> problems = new ArrayList<>(row.problems());
        Violations wrong = new Violations();
        Draft draft = draft(row);
        String code = library.codeOf(draft, wrong);
        Described is = library.check(draft, wrong);
        wrong.all()
                .forEach(one -> problems.add(
                        problem(row, one.field(), one.key(), one.args().toArray())));
        if (!codes.add(code)) {
            problems.add(problem(row, CODE.name(), "ressource.fichier.deux-fois", code));
        }
        if (!problems.isEmpty()) {
            report.row(row.line(), State.REFUSED, problems);
            return;
        }
        State state = trial ? library.fate(code, is) : library.keep(code, is, person);
        report.row(row.line(), state, LibraryItem.idOf(code));
    }

    private Draft draft(Row row) {
        return new Draft(
                row.get(CODE),
                row.get(TITLE),
                word("ressource.genre.", row.get(KIND), ResourceKind.values()),
                row.get(ADDRESS),
                row.get(SOURCE),
                word("ressource.licence.", row.get(LICENCE), Licence.values()),
                row.get(MINUTES),
                row.list(LEVELS).stream()
                        .map(one -> Words.code(Kind.NIVEAU, one))
                        .distinct()
                        .toList(),
                row.list(SUPPORTS).stream()
                        .map(one -> Words.code(Kind.ACCOMPAGNEMENT, one))
                        .distinct()
                        .toList(),
                row.list(SIDES).stream()
                        .map(one -> word("ressource.cote.", one, ResourceSide.values()))
                        .distinct()
                        .toList(),
                row.get(AIRS_ON),
                row.get(AIRS_FROM),
                row.get(AIRS_UNTIL));
    }

    /** The code whose French word this is, or which is this; what was written where it is neither. */
    private String word(String list, String written, Enum<?>... codes) {
        return Arrays.stream(codes)
                .map(Enum::name)
                .filter(code -> Typed.plain(code).equals(Typed.plain(written))
                        || Typed.plain(texts.of(list + code)).equals(Typed.plain(written)))
                .findFirst()
                .orElse(written);
    }

    private static Table table(byte[] bytes) {
        try {
            return Table.read(bytes, COLUMNS);
        } catch (FileRefused refused) {
            throw new InvalidInput(new Violations()
                    .add("fichier", refused.key(), refused.args().toArray())
                    .all());
        }
    }

    private static CellProblem problem(Row row, String column, String key, Object... args) {
        return CellProblem.at(row.line(), column, key, args);
    }
}
