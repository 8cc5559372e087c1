package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications, for programs: one by one without an account, many by a file of the team. */
@RestController
@RequestMapping("${mentorat.api}/mentors")
class IntakeApi {
    private final IntakeActs intake;
    private final MentorImport file;

    record Receipt(String mentor, String reference) {}

    IntakeApi(IntakeActs intake, MentorImport file) {
        this.intake = intake;
        this.file = file;
    }

    @PostMapping
    ResponseEntity<Receipt> apply(@RequestBody Draft draft, Violations wrong, CommandContext context) {
        String mentor = intake.receivePublicly(draft, wrong, context);
        return ResponseEntity.created(URI.create("/mentors/" + mentor))
                .body(new Receipt(mentor, References.of(mentor)));
    }

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    ImportReport importFile(
            @RequestBody(required = false) byte @Nullable [] bytes, Person person, CommandContext context) {
        return file.read(bytes == null ? new byte[0] : bytes, person.territory(), context);
    }
}
