package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.csv.CsvRefused;
import fr.mentoratdurgence.needs.csv.FileProblem;
import fr.mentoratdurgence.needs.csv.LineProblem;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands.Claim;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Declaring needs over HTTP: one, or a file of them. */
@RestController
@RequestMapping("/api/needs/v1/needs")
class DeclarationApi {
    record Declared(String need, String reference) {}

    /**
     * What became of a file.
     *
     * @param accepted needs that are declared, those that an earlier import of the same rows declared included
     * @param rejected needs with at least one row to correct
     * @param needs their ids
     * @param errors what to correct
     */
    record Report(int accepted, int rejected, List<String> needs, List<FileProblem> errors) {}

    private final Declarations declarations;
    private final Texts texts;

    DeclarationApi(Declarations declarations, Texts texts) {
        this.declarations = declarations;
        this.texts = texts;
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Declared> declare(@RequestBody Answers answers, Person person, CommandContext context) {
        Violations violations = new Violations();
        Optional<Uai> uai = declarations.checks(new Violations()).uai("structure", answers.structure());
        if (uai.isPresent() && !Declarations.mayDeclareFor(person, uai.get())) {
            throw new Rejection(RelayStructureRejection.UNKNOWN_STRUCTURE);
        }
        Optional<Declare> command = declarations.check(answers, Origin.ACCOUNT, false, violations);
        violations.throwIfAny();
        String need = declarations.send(command.orElseThrow(), context);
        return ResponseEntity.created(URI.create("/api/needs/v1/needs/" + need))
                .body(new Declared(need, NeedReference.of(need)));
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    Report load(@RequestBody(required = false) byte @Nullable [] bytes, Person person, CommandContext context) {
        NeedsFile file = read(bytes == null ? new byte[0] : bytes);
        List<String> needs = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>(file.problems());
        int rejected = 0;
        for (NeedsFile.Group group : file.groups()) {
            Optional<Declare> command = command(group, person, problems);
            Optional<String> need = command.flatMap(c -> send(c, group, context, problems));
            need.ifPresent(needs::add);
            rejected += need.isPresent() ? 0 : 1;
        }
        return new Report(needs.size(), rejected, List.copyOf(needs), FileProblem.inWords(problems, texts));
    }

    /** The rows themselves make the command id: the same rows again get the first answer. */
    private Optional<String> send(
            Declare command, NeedsFile.Group group, CommandContext context, List<LineProblem> problems) {
        try {
            return Optional.of(declarations.send(
                    command,
                    new CommandContext(
                            group.commandId(), context.actor(), context.correlationId(), context.causationId())));
        } catch (Rejection refused) {
            boolean known = refused.is(Claim.COMMAND_ID_REUSED);
            problems.add(group.problem("structure", known ? "import.deja-importe" : refused.sentence()));
            return Optional.empty();
        }
    }

    private Optional<Declare> command(NeedsFile.Group group, Person person, List<LineProblem> problems) {
        Violations violations = new Violations();
        Optional<Declare> command = declarations.check(group.answers(), Origin.IMPORT, false, violations);
        violations.all().forEach(v -> problems.add(group.problem(v)));
        List<LineProblem> unclear = group.unclear();
        if (!unclear.isEmpty()) {
            problems.addAll(unclear);
            return Optional.empty();
        }
        if (command.isPresent()
                && !Declarations.mayDeclareFor(person, command.get().uai())) {
            problems.add(group.problem("structure", "saisie.uai.territoire"));
            return Optional.empty();
        }
        return command;
    }

    private static NeedsFile read(byte[] bytes) {
        try {
            return NeedsFile.read(bytes);
        } catch (CsvRefused refused) {
            Violations violations = new Violations();
            violations.add("file", refused.key(), refused.args().toArray()).throwIfAny();
            throw new IllegalStateException(refused);
        }
    }
}
