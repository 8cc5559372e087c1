package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.Jobs;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Jobs jobs;

    record Receipt(String mentor, String reference) {}

    IntakeApi(IntakeActs intake, Jobs jobs) {
        this.intake = intake;
        this.jobs = jobs;
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
    ResponseEntity<Object> importFile(
            @RequestBody(required = false) byte @Nullable [] bytes, Person person, CommandContext context) {
        byte[] file = bytes == null ? new byte[0] : bytes;
        var asked = new MentorImport.Asked(Origin.IMPORT);
        return jobs.answer(
                jobs.ask(MentorImport.Work.MENTORS_FILE, asked, file, person, context), person, HttpStatus.OK);
    }
}
