package fr.mentoratdurgence.needs.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.intake.ImportedLine;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.JobRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings a file of needs in, need by need: what was taken is not taken again by whoever goes on with it. */
@Component
class NeedsImport {
    /** What takes longer than anybody waits for. */
    enum Work {
        NEEDS_FILE
    }

    /** @param origin of the needs */
    record Asked(Origin origin) {}

    /**
     * What became of a file.
     *
     * @param needs the needs that its rows belong to
     */
    record Report(@JsonUnwrapped ImportReport report, List<String> needs) {}

    /** Rows of a file that make a need, if it is not known yet. */
    private record Together(NeedsFile.Group group, Declare command) {}

    private final Declarations declarations;
    private final Texts texts;

    NeedsImport(Declarations declarations, Texts texts) {
        this.declarations = declarations;
        this.texts = texts;
    }

    Report load(JobRun<Asked> run) {
        NeedsFile file = read(run.file());
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        file.problems().forEach(problem -> report.row(problem.line(), State.REFUSED, List.of(problem)));
        List<List<Together>> together = new ArrayList<>();
        for (NeedsFile.Group group : file.groups()) {
            command(group, run.person(), report)
                    .ifPresent(command -> withItsLike(together, new Together(group, command)));
        }
        Set<String> needs = new LinkedHashSet<>();
        for (int i = 0; i < together.size(); i++) {
            run.progress().at(i, together.size());
            needs.addAll(take(together.get(i), run.context().child("need-" + i), report));
        }
        return new Report(report.report(), List.copyOf(needs));
    }

    /** Needs of one structure and contact are looked up together, so that none is taken for a change of another. */
    private static void withItsLike(List<List<Together>> together, Together asked) {
        together.stream()
                .filter(others ->
                        others.getFirst().command().uai().equals(asked.command().uai())
                                && others.getFirst()
                                        .command()
                                        .contact()
                                        .isLike(asked.command().contact()))
                .findFirst()
                .orElseGet(() -> {
                    together.add(new ArrayList<>());
                    return together.getLast();
                })
                .add(asked);
    }

    private List<String> take(List<Together> asked, CommandContext context, ImportReport.Builder report) {
        List<Row> rows =
                asked.stream().flatMap(one -> one.group().rows().stream()).toList();
        try {
            List<ImportedLine> lines =
                    declarations.take(asked.stream().map(Together::command).toList(), context);
            for (int i = 0; i < rows.size(); i++) {
                tell(rows.get(i).line(), lines.get(i), report);
            }
            return lines.stream().map(ImportedLine::need).toList();
        } catch (Rejection refused) {
            CellProblem why = asked.getFirst().group().problem("structure", refused.sentence());
            for (int i = 0; i < rows.size(); i++) {
                report.row(rows.get(i).line(), State.REFUSED, i == 0 ? List.of(why) : List.of());
            }
            return List.of();
        }
    }

    private static void tell(long line, ImportedLine became, ImportReport.Builder report) {
        switch (became.fate()) {
            case DECLARED -> report.row(line, State.NEW, became.need());
            case DECLARED_AGAIN -> {
                report.row(line, State.NEW, became.need());
                report.note(CellProblem.at(line, "", "import.besoin.de-nouveau"));
            }
            case UPDATED -> report.row(line, State.UPDATED, became.need());
            case UNCHANGED -> report.row(line, State.UNCHANGED, became.need());
            case IN_QUESTION ->
                report.row(
                        line,
                        State.IN_QUESTION,
                        List.of(CellProblem.at(
                                line, "", "import.besoin.en-question", NeedReference.of(became.need()))));
        }
    }

    private Optional<Declare> command(NeedsFile.Group group, Person person, ImportReport.Builder report) {
        Violations violations = new Violations();
        Optional<Declare> command = declarations.check(group.answers(), Origin.IMPORT, false, violations);
        List<CellProblem> problems = new ArrayList<>(group.unclear());
        violations.all().forEach(v -> problems.add(group.problem(v)));
        if (command.isPresent()
                && !Declarations.mayDeclareFor(person, command.get().uai())) {
            problems.add(group.problem("structure", "saisie.uai.territoire"));
        }
        if (problems.isEmpty()) {
            return command;
        }
        group.rows()
                .forEach(row -> report.row(
                        row.line(),
                        State.REFUSED,
                        problems.stream().filter(p -> p.line() == row.line()).toList()));
        return Optional.empty();
    }

    private static NeedsFile read(byte[] bytes) {
        try {
            return NeedsFile.read(bytes);
        } catch (FileRefused refused) {
            Violations violations = new Violations();
            violations.add("file", refused.key(), refused.args().toArray()).throwIfAny();
            throw new IllegalStateException(refused);
        }
    }
}
