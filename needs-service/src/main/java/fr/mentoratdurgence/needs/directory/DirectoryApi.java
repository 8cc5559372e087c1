package fr.mentoratdurgence.needs.directory;

import static fr.mentoratdurgence.needs.directory.RelayStructureRejection.UNKNOWN_STRUCTURE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Structures over HTTP: import of the official directory, look-up, verification. */
@RestController
@RequestMapping("/api/needs/v1/structures")
class DirectoryApi {
    /** Long enough to be quick, short enough that nobody waits for the transaction. */
    private static final int BATCH = 250;

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** More than any page shows. */
    private static final int NAMES = 200;

    /**
     * What became of a file.
     *
     * @param closed closed schools, left out
     * @param skipped right rows that were left out, and why
     */
    record Report(@JsonUnwrapped ImportReport report, int closed, List<ImportReport.Reason> skipped) {}

    private final Commands commands;
    private final StructureDirectory directory;
    private final Texts texts;
    private final OperationDay day;
    private final PersonalDataCheck personalData;

    DirectoryApi(
            Commands commands,
            StructureDirectory directory,
            Texts texts,
            OperationDay day,
            PersonalDataCheck personalData) {
        this.commands = commands;
        this.directory = directory;
        this.texts = texts;
        this.day = day;
        this.personalData = personalData;
    }

    /**
     * @param date date of the file's statements, where its rows have none
     * @param person a référent brings in schools of the own territory; the directory as a whole is the coordination's
     */
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", WORKBOOK})
    Report load(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(required = false) @Nullable LocalDate date,
            Person person,
            CommandContext context) {
        DirectoryFile read = read(file == null ? new byte[0] : file, date != null ? date : day.today());
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        read.problems().stream()
                .collect(Collectors.groupingBy(CellProblem::line, TreeMap::new, Collectors.toList()))
                .forEach((line, problems) -> report.row(line, State.REFUSED, problems));
        List<DirectoryEntry> own = ownTerritory(namedWell(read.entries(), person, report), person, report);
        for (int from = 0; from < own.size(); from += BATCH) {
            List<DirectoryEntry> batch = own.subList(from, Math.min(from + BATCH, own.size()));
            String became = commands.send(new ImportEntries(batch, bringsAll(person)), context.child("rows-" + from));
            for (int i = 0; i < batch.size(); i++) {
                report.row(
                        batch.get(i).line(),
                        state(became.charAt(i)),
                        batch.get(i).facts().uai().structure());
            }
        }
        read.skipped().stream()
                .filter(row -> row.column().equals(DirectoryFile.UAI.name()))
                .forEach(row -> report.row(row.line(), State.UNCHANGED, (String) null));
        int closed = (int) read.skipped().stream()
                .filter(row -> row.column().equals(DirectoryFile.STATE.name()))
                .count();
        return new Report(
                report.report(),
                closed,
                read.skipped().stream()
                        .map(row -> new ImportReport.Reason(
                                row.line(),
                                row.column(),
                                texts.of(row.key(), row.args().toArray())))
                        .toList());
    }

    /**
     * Schools whose names tell on nobody. In the directory as a whole, which the ministry publishes, a school may bear a
     * person's name alone; in a file of somebody's own that would be a person.
     */
    private List<DirectoryEntry> namedWell(List<DirectoryEntry> entries, Person person, ImportReport.Builder report) {
        TextPlace place = bringsAll(person) ? TextPlace.PUBLISHED : TextPlace.TITLE;
        List<DirectoryEntry> named = new ArrayList<>();
        for (DirectoryEntry entry : entries) {
            Violations seen = new Violations();
            personalData.refuse(DirectoryFile.NAME.name(), entry.names().name(), place, seen);
            personalData.refuse(DirectoryFile.COMMUNE_NAME.name(), entry.names().commune(), TextPlace.PUBLISHED, seen);
            if (seen.isEmpty()) {
                named.add(entry);
            } else {
                report.row(
                        entry.line(),
                        State.REFUSED,
                        seen.all().stream()
                                .map(v -> CellProblem.at(
                                        entry.line(),
                                        v.field(),
                                        v.key(),
                                        v.args().toArray()))
                                .toList());
            }
        }
        return named;
    }

    private static boolean bringsAll(Person person) {
        return person.has("ops") || person.covers("*");
    }

    /** What this person may say; a school that is known keeps its département, whatever the file says. */
    private List<DirectoryEntry> ownTerritory(
            List<DirectoryEntry> entries, Person person, ImportReport.Builder report) {
        if (bringsAll(person)) {
            return entries;
        }
        List<DirectoryEntry> own = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<DirectoryEntry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
            Map<String, String> known =
                    directory.find(batch.stream().map(e -> e.facts().uai()).collect(Collectors.toSet())).stream()
                            .collect(Collectors.toMap(
                                    StructureDirectory.Entry::uai, StructureDirectory.Entry::departement));
            for (DirectoryEntry entry : batch) {
                String said = entry.facts().departement();
                String uai = entry.facts().uai().code();
                if (person.covers(said) && person.covers(known.getOrDefault(uai, said))) {
                    own.add(entry);
                } else {
                    report.row(
                            entry.line(),
                            State.REFUSED,
                            List.of(CellProblem.at(entry.line(), DirectoryFile.UAI.name(), "saisie.uai.territoire")));
                }
            }
        }
        return own;
    }

    private static State state(char became) {
        return switch (became) {
            case DirectoryCommand.NEW -> State.NEW;
            case DirectoryCommand.CHANGED -> State.UPDATED;
            default -> State.UNCHANGED;
        };
    }

    /** What structures are called, by UAI, for the pages of the other services; unknown ones are left out. */
    @GetMapping("/names")
    Map<String, String> names(@RequestParam(defaultValue = "") List<String> of) {
        Set<Uai> asked = of.stream()
                .limit(NAMES)
                .map(Uai::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return directory.find(asked).stream()
                .collect(Collectors.toMap(
                        StructureDirectory.Entry::uai,
                        entry -> entry.commune().isEmpty()
                                ? entry.name()
                                : texts.of("structure.titre", entry.name(), entry.commune())));
    }

    @GetMapping("/{uai}")
    StructureDirectory.Entry find(@PathVariable String uai) {
        return known(uai);
    }

    @PostMapping("/{structure}/verification")
    StructureDirectory.Entry verify(@PathVariable String structure, Person person, CommandContext context) {
        StructureDirectory.Entry entry = known(structure);
        if (!person.covers(entry.departement())) {
            throw new Rejection(UNKNOWN_STRUCTURE);
        }
        String ignored = commands.send(new Verify(entry.structure()), context);
        return known(structure);
    }

    private DirectoryFile read(byte[] file, LocalDate date) {
        try {
            return DirectoryFile.read(file, date);
        } catch (FileRefused refused) {
            Violations violations = new Violations();
            violations.add("file", refused.key(), refused.args().toArray()).throwIfAny();
            throw new IllegalStateException(refused);
        }
    }

    private StructureDirectory.Entry known(String uaiOrStream) {
        Optional<Uai> uai = Uai.parse(uaiOrStream.replaceFirst("^structure-", ""));
        return uai.flatMap(directory::find).orElseThrow(() -> new Rejection(UNKNOWN_STRUCTURE));
    }
}
