package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.reporting.bilan.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an assessment. */
sealed interface AssessmentCommand {
    String assessment();

    /** @param corrects the sealed assessment that this one is to replace, if any */
    record RequestAssessment(
            String assessment, Scope scope, @Nullable String corrects) implements AssessmentCommand {}

    record RecordFigures(
            String assessment,
            Sha256 exact,
            Sha256 published,
            long events,
            List<Position> positions,
            List<Sha256> segments,
            String codeVersion)
            implements AssessmentCommand {}

    /**
     * Both as they come out now: what has changed since is not sealed.
     *
     * @param published also the rules of what may be published may have changed
     */
    record SealAssessment(String assessment, Sha256 exact, Sha256 published) implements AssessmentCommand {}

    record PublishAssessment(String assessment) implements AssessmentCommand {}

    record NoteCorrection(String assessment, String by) implements AssessmentCommand {}
}
