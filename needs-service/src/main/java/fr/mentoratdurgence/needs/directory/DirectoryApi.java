package fr.mentoratdurgence.needs.directory;

import static fr.mentoratdurgence.needs.directory.RelayStructureRejection.UNKNOWN_STRUCTURE;

import fr.mentoratdurgence.needs.csv.CsvRefused;
import fr.mentoratdurgence.needs.csv.FileProblem;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** More than any page shows. */
    private static final int NAMES = 200;

    /**
     * What became of a file.
     *
     * @param accepted schools that were new or changed
     * @param unchanged schools that were already known like this, second rows of a school included
     * @param closed closed schools, left out
     * @param rejected rows that someone has to correct
     * @param errors what to correct
     * @param skipped right rows that were left out, and why
     */
    record Report(
            int accepted,
            int unchanged,
            int closed,
            int rejected,
            List<FileProblem> errors,
            List<FileProblem> skipped) {}

    private final Commands commands;
    private final StructureDirectory directory;
    private final Texts texts;
    private final OperationDay day;

    DirectoryApi(Commands commands, StructureDirectory directory, Texts texts, OperationDay day) {
        this.commands = commands;
        this.directory = directory;
        this.texts = texts;
        this.day = day;
    }

    /** @param date date of the file's statements, where its rows have none */
    @PostMapping(path = "/import", consumes = "text/csv")
    Report load(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(required = false) @Nullable LocalDate date,
            CommandContext context) {
        DirectoryFile read = read(file == null ? new byte[0] : file, date != null ? date : day.today());
        int accepted = 0;
        List<DirectoryEntry> entries = read.entries();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<DirectoryEntry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
            accepted += Integer.parseInt(commands.send(new ImportEntries(batch), context.child("rows-" + from)));
        }
        int closed = (int) read.skipped().stream()
                .filter(row -> row.column().equals(DirectoryFile.STATE.name()))
                .count();
        return new Report(
                accepted,
                entries.size() - accepted + read.skipped().size() - closed,
                closed,
                (int) read.problems().stream()
                        .mapToLong(p -> p.line())
                        .distinct()
                        .count(),
                FileProblem.inWords(read.problems(), texts),
                FileProblem.inWords(read.skipped(), texts));
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
        } catch (CsvRefused refused) {
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
