package fr.mentoratdurgence.needs.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.personaldata.TextPlace;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.JobRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings a file of structures in, a portion at a time: what a portion did is not done again by whoever goes on with it. */
@Component
class DirectoryImport {
    /** Long enough to be quick, short enough that nobody waits for the transaction. */
    private static final int BATCH = 250;

    /** What takes longer than anybody waits for. */
    enum Work {
        STRUCTURES_FILE
    }

    /** @param date date of the file's statements, where its rows have none */
    record Asked(LocalDate date) {}

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
    private final PersonalDataCheck personalData;

    DirectoryImport(Commands commands, StructureDirectory directory, Texts texts, PersonalDataCheck personalData) {
        this.commands = commands;
        this.directory = directory;
        this.texts = texts;
        this.personalData = personalData;
    }

    /** A référent brings in schools of the own territory; the directory as a whole is the coordination's. */
    Report load(JobRun<Asked> run) {
        Person person = run.person();
        DirectoryFile read =
                readable(() -> DirectoryFile.read(run.file(), run.parameters().date()));
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        report.refused(read.problems());
        take(ownTerritory(namedWell(read.entries(), person, report), person, report), run, report);
        read.skipped().stream()
                .filter(row -> row.column().equals(DirectoryFile.UAI.name()))
                .forEach(row -> report.row(row.line(), State.UNCHANGED, (String) null));
        int closed = (int) read.skipped().stream()
                .filter(row -> row.column().equals(DirectoryFile.STATE.name()))
                .count();
        return new Report(report.report(), closed, reasons(read.skipped(), texts));
    }

    /** Why rows were left out, in words. */
    static List<ImportReport.Reason> reasons(List<CellProblem> skipped, Texts texts) {
        return skipped.stream()
                .map(row -> new ImportReport.Reason(
                        row.line(), row.column(), texts.of(row.key(), row.args().toArray())))
                .toList();
    }

    private void take(List<DirectoryEntry> own, JobRun<Asked> run, ImportReport.Builder report) {
        for (int from = 0; from < own.size(); from += BATCH) {
            run.progress().at(from, own.size());
            List<DirectoryEntry> batch = own.subList(from, Math.min(from + BATCH, own.size()));
            String became = commands.send(
                    new ImportEntries(batch, bringsAll(run.person())),
                    run.context().child("rows-" + from));
            for (int i = 0; i < batch.size(); i++) {
                report.row(
                        batch.get(i).line(),
                        state(became.charAt(i)),
                        batch.get(i).facts().uai().structure());
            }
        }
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

    /** What reads a file. */
    interface Reads<T> {
        /** @throws FileRefused where it is none of this kind */
        T read() throws FileRefused;
    }

    /** @throws InvalidInput that says why the file is none of this kind */
    static <T> T readable(Reads<T> file) {
        try {
            return file.read();
        } catch (FileRefused refused) {
            Violations violations = new Violations();
            violations.add("file", refused.key(), refused.args().toArray()).throwIfAny();
            throw new IllegalStateException(refused);
        }
    }
}
