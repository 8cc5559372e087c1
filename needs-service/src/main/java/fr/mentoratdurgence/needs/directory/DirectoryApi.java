package fr.mentoratdurgence.needs.directory;

import static fr.mentoratdurgence.needs.directory.RelayStructureRejection.UNKNOWN_STRUCTURE;

import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.Jobs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** More than any page shows. */
    private static final int NAMES = 200;

    private final Commands commands;
    private final StructureDirectory directory;
    private final Texts texts;
    private final OperationDay day;
    private final Jobs jobs;

    DirectoryApi(Commands commands, StructureDirectory directory, Texts texts, OperationDay day, Jobs jobs) {
        this.commands = commands;
        this.directory = directory;
        this.texts = texts;
        this.day = day;
        this.jobs = jobs;
    }

    /**
     * @param date   date of the file's statements, where its rows have none
     * @param person a référent brings in schools of the own territory; the directory as a whole is the coordination's
     */
    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", WORKBOOK})
    ResponseEntity<Object> load(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(required = false) @Nullable LocalDate date,
            Person person,
            CommandContext context) {
        return asked(DirectoryImport.Work.STRUCTURES_FILE, file, date, person, context);
    }

    /** @param date date of the list */
    @PostMapping(
            path = "/priorities",
            consumes = {"text/csv", "text/plain", WORKBOOK})
    ResponseEntity<Object> priorities(
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(required = false) @Nullable LocalDate date,
            Person person,
            CommandContext context) {
        return asked(PriorityImport.Work.PRIORITIES_FILE, file, date, person, context);
    }

    private ResponseEntity<Object> asked(
            Enum<?> work, byte @Nullable [] file, @Nullable LocalDate date, Person person, CommandContext context) {
        var asked = new DirectoryImport.Asked(date != null ? date : day.today());
        byte[] brought = file == null ? new byte[0] : file;
        return jobs.answer(jobs.ask(work, asked, brought, person, context), person, HttpStatus.OK);
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

    private StructureDirectory.Entry known(String uaiOrStream) {
        Optional<Uai> uai = Uai.parse(uaiOrStream.replaceFirst("^structure-", ""));
        return uai.flatMap(directory::find).orElseThrow(() -> new Rejection(UNKNOWN_STRUCTURE));
    }
}
