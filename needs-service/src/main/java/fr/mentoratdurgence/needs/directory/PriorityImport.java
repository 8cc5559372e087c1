package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.ImportReport;
import fr.mentoratdurgence.files.ImportReport.State;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportPriorities;
import fr.mentoratdurgence.needs.directory.DirectoryImport.Asked;
import fr.mentoratdurgence.needs.directory.PriorityList.Statement;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.jobs.JobRun;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings the list of the schools in priority education in, a portion at a time. */
@Component
class PriorityImport {
    private static final int BATCH = 250;

    /** What takes longer than anybody waits for. */
    enum Work {
        PRIORITIES_FILE
    }

    private final Commands commands;
    private final Texts texts;

    PriorityImport(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /** A school that is not in our directory is left out: the list says neither its commune nor its kind. */
    DirectoryImport.Report load(JobRun<Asked> run) {
        PriorityList read = DirectoryImport.readable(() -> PriorityList.read(run.file()));
        var report = new ImportReport.Builder(
                problem -> texts.of(problem.key(), problem.args().toArray()));
        report.refused(read.problems());
        List<CellProblem> skipped = new ArrayList<>(read.repeated());
        read.repeated().forEach(row -> report.row(row.line(), State.UNCHANGED, (String) null));
        for (int from = 0; from < read.statements().size(); from += BATCH) {
            run.progress().at(from, read.statements().size());
            List<Statement> batch = read.statements()
                    .subList(from, Math.min(from + BATCH, read.statements().size()));
            String became = commands.send(
                    new ImportPriorities(batch, run.parameters().date()),
                    run.context().child("rows-" + from));
            for (int i = 0; i < batch.size(); i++) {
                Statement said = batch.get(i);
                switch (became.charAt(i)) {
                    case DirectoryCommand.UNKNOWN ->
                        skipped.add(CellProblem.at(
                                said.line(),
                                PriorityList.UAI.name(),
                                "import.liste.inconnu",
                                said.uai().code()));
                    case DirectoryCommand.CHANGED ->
                        report.row(said.line(), State.UPDATED, said.uai().structure());
                    default ->
                        report.row(said.line(), State.UNCHANGED, said.uai().structure());
                }
            }
        }
        return new DirectoryImport.Report(report.report(), 0, DirectoryImport.reasons(skipped, texts));
    }
}
