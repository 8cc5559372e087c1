package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.NoteCorrection;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentDecider.Versioned;

/** What each command of an assessment does, in one transaction: a correction seals one and notes it on the other. */
final class AssessmentUseCases {
    private AssessmentUseCases() {}

    /** Decides; answers with the assessment's id. */
    static String handle(AssessmentCommand command, DecisionSession session) {
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
