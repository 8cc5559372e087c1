package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.reporting.assessment.AssessmentActs;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.assessment.AssessmentRow;
import fr.mentoratdurgence.reporting.assessment.Position;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assessments over HTTP: request, work out again, seal, publish, read. */
@RestController
@RequestMapping("/api/reporting/v1/assessments")
class AssessmentsApi {

    record Request(
            @Nullable String asOf,
            @Nullable String happenedUntil,
            @Nullable String territory,
            @Nullable String corrects) {}

    /**
     * An assessment as it stands.
     *
     * @param exactHash only for those who may see exact figures: it would tell what is kept secret
     * @param positions likewise
     */
    record Out(
            String assessment,
            Instant asOf,
            @Nullable LocalDate happenedUntil,
            String territory,
            int version,
            @Nullable String corrects,
            @Nullable String correctedBy,
            String status,
            @Nullable String exactHash,
            @Nullable String publishedHash,
            List<Position> positions,
            List<String> segments,
            String codeVersion) {}

    private final AssessmentActs acts;
    private final AssessmentJobs work;
    private final Jobs jobs;
    private final AssessmentBoard board;
    private final BilanBoard bilans;
    private final BilanFiles files;
    private final ExactViews views;
    private final Wording wording;

    AssessmentsApi(
            AssessmentActs acts,
            AssessmentJobs work,
            Jobs jobs,
            AssessmentBoard board,
            BilanBoard bilans,
            BilanFiles files,
            ExactViews views,
            Wording wording) {
        this.acts = acts;
        this.work = work;
        this.jobs = jobs;
        this.board = board;
        this.bilans = bilans;
        this.files = files;
        this.views = views;
        this.wording = wording;
    }

    @GetMapping
    List<Out> newest(Person person) {
        return board.newest().stream().map(row -> out(person, row)).toList();
    }

    @PostMapping
    ResponseEntity<Object> request(Person person, CommandContext context, @RequestBody Request body, Violations wrong) {
        String corrected = body.corrects();
        Scope scope = bilans.requested(
                person,
                new Question(body.asOf(), body.happenedUntil(), body.territory()),
                corrected == null ? null : board.find(corrected).scope(),
                wrong);
        return jobs.answer(work.request(scope, corrected, person, context), person, HttpStatus.CREATED);
    }

    @GetMapping("/{assessment}")
    Out one(Person person, @PathVariable String assessment) {
        return out(person, board.find(assessment));
    }

    @PostMapping("/{assessment}/figures")
    ResponseEntity<Object> compute(Person person, CommandContext context, @PathVariable String assessment) {
        return jobs.answer(work.compute(assessment, person, context), person, HttpStatus.OK);
    }

    @PostMapping("/{assessment}/sealing")
    ResponseEntity<Object> seal(Person person, CommandContext context, @PathVariable String assessment) {
        return jobs.answer(work.seal(assessment, person, context), person, HttpStatus.OK);
    }

    @PostMapping("/{assessment}/publication")
    Out publish(Person person, CommandContext context, @PathVariable String assessment) {
        acts.publish(assessment, context);
        return out(person, board.find(assessment));
    }

    @GetMapping("/{assessment}/bilan")
    BilanApi.Answer bilan(Person person, @PathVariable String assessment) {
        return BilanApi.answer(seen(person, assessment, "JSON"), wording);
    }

    @GetMapping("/{assessment}/bilan.{form}")
    ResponseEntity<byte[]> file(Person person, @PathVariable String assessment, @PathVariable String form) {
        BilanFiles.Form known = BilanFiles.form(form);
        return files.file(seen(person, assessment, known.name()), known);
    }

    private Bilan seen(Person person, String assessment, String form) {
        AssessmentRow row = board.find(assessment);
        boolean exact = BilanBoard.seesExactFigures(person);
        if (exact) {
            views.note(person, form, row.scope());
        }
        return board.figures(row, exact);
    }

    static Out out(Person person, AssessmentRow row) {
        return new Out(
                row.assessment(),
                row.scope().asOf(),
                row.scope().happenedUntil(),
                row.scope().territory().id(),
                row.version(),
                row.corrects(),
                row.correctedBy(),
                row.status().name(),
                BilanBoard.seesExactFigures(person) ? row.exactHash() : null,
                row.publishedHash(),
                BilanBoard.seesExactFigures(person) ? row.positions() : List.of(),
                row.segments(),
                row.codeVersion());
    }
}
