package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.NoteCorrection;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentDecider.Versioned;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of assessments to the platform. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    EventTypes assessmentEvents() {
        return new EventTypes("reporting", List.of(AssessmentEvent.class));
    }

    @Bean
    AssessmentBoard assessmentBoard(JdbcClient db, Clock clock) {
        return new AssessmentBoard(db, clock);
    }

    @Bean
    AssessmentDesk assessmentDesk(AssessmentBoard board, Commands commands, Ids ids) {
        return new AssessmentDesk(board, commands, ids);
    }

    @Bean
    UseCases<AssessmentCommand> assessmentUseCases() {
        return new UseCases<>(AssessmentCommand.class, AssessmentConfiguration::handle);
    }

    private static String handle(AssessmentCommand command, DecisionSession session) {
        int version = 1;
        if (command instanceof RequestAssessment request && request.corrects() != null) {
            version = AssessmentDecider.versionAfter(session.state(AssessmentDecider.ASSESSMENT, request.corrects()));
        }
        Assessment now =
                session.decide(AssessmentDecider.ASSESSMENT, command.assessment(), new Versioned(command, version));
        // what is only asked for replaces nothing; of two corrections the one that is sealed first does
        String corrected = command instanceof SealAssessment ? AssessmentDecider.corrects(now) : null;
        if (corrected != null) {
            Assessment _ = session.decide(
                    AssessmentDecider.ASSESSMENT,
                    corrected,
                    Versioned.of(new NoteCorrection(corrected, command.assessment())));
        }
        return command.assessment();
    }
}
