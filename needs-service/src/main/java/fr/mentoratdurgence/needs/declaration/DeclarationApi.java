package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.Jobs;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Declaring needs over HTTP: one, or a file of them. */
@RestController
@RequestMapping("/api/needs/v1/needs")
class DeclarationApi {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record Declared(String need, String reference) {}

    private final Declarations declarations;
    private final Jobs jobs;

    DeclarationApi(Declarations declarations, Jobs jobs) {
        this.declarations = declarations;
        this.jobs = jobs;
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Declared> declare(
            @RequestBody Answers answers, Violations violations, Person person, CommandContext context) {
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

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", WORKBOOK})
    ResponseEntity<Object> load(
            @RequestBody(required = false) byte @Nullable [] bytes, Person person, CommandContext context) {
        byte[] file = bytes == null ? new byte[0] : bytes;
        var asked = new NeedsImport.Asked(Origin.IMPORT);
        return jobs.answer(jobs.ask(NeedsImport.Work.NEEDS_FILE, asked, file, person, context), person, HttpStatus.OK);
    }
}
