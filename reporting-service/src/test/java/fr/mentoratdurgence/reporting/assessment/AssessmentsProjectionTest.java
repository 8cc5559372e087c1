package fr.mentoratdurgence.reporting.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.Rebuilt;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.PublishAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RecordFigures;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class AssessmentsProjectionTest {
    private static final EventHash EXACT = EventHash.of("ab".repeat(32));
    private static final EventHash PUBLISHED = EventHash.of("ef".repeat(32));

    @Autowired
    private Commands commands;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Test
    void a_rebuild_gives_the_same_rows() {
        Scope scope = Scope.at(Scope.endOf(LocalDate.parse("2020-07-04")));
        send(new RequestAssessment("assessment-1", scope, null));
        seal("assessment-1");
        send(new PublishAssessment("assessment-1"));
        send(new RequestAssessment("assessment-2", scope, "assessment-1"));
        seal("assessment-2");
        assertThat(rows()).hasSize(2).anyMatch(row -> row.contains("PUBLISHED") && row.contains("assessment-2"));

        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private void seal(String assessment) {
        send(new RecordFigures(new AssessmentComputed(
                assessment, EXACT, PUBLISHED, 12, List.of(new Position("NEEDS", 12)), List.of(EXACT), "version-1")));
        send(new SealAssessment(assessment, EXACT, PUBLISHED));
    }

    private void send(AssessmentCommand command) {
        var _ = commands.send(
                command,
                CommandContext.system("act:" + command.getClass().getSimpleName() + ":" + command.assessment()));
    }

    private List<String> rows() {
        return db.sql("select a::text from assessment a order by a.assessment")
                .query(String.class)
                .list();
    }
}
