package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.bilan.Scope;
import org.jspecify.annotations.Nullable;

/** What may be asked of an assessment. */
sealed interface AssessmentCommand {
    String assessment();

    /** @param corrects the sealed assessment that this one is to replace, if any */
    record RequestAssessment(
            String assessment, Scope scope, @Nullable String corrects) implements AssessmentCommand {}

    record RecordFigures(AssessmentComputed figures) implements AssessmentCommand {
        @Override
        public String assessment() {
            return figures.assessment();
        }
    }

    /**
     * Both as they come out now: what has changed since is not sealed.
     *
     * @param published also the rules of what may be published may have changed
     */
    record SealAssessment(String assessment, EventHash exact, EventHash published) implements AssessmentCommand {}

    record PublishAssessment(String assessment) implements AssessmentCommand {}

    record NoteCorrection(String assessment, String by) implements AssessmentCommand {}
}
