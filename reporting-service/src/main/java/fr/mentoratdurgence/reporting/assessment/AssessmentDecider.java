package fr.mentoratdurgence.reporting.assessment;

import static fr.mentoratdurgence.reporting.assessment.AssessmentRejection.*;

import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.reporting.assessment.Assessment.Asked;
import fr.mentoratdurgence.reporting.assessment.Assessment.Computed;
import fr.mentoratdurgence.reporting.assessment.Assessment.Requested;
import fr.mentoratdurgence.reporting.assessment.Assessment.Sealed;
import fr.mentoratdurgence.reporting.assessment.Assessment.Unknown;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.NoteCorrection;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.PublishAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RecordFigures;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentCorrected;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentPublished;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentRequested;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentSealed;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of an assessment. Pure: no clock, no database, no framework. */
final class AssessmentDecider {
    static final Decider<Versioned, Assessment, AssessmentEvent> ASSESSMENT =
            new Decider<>("Assessment", new Unknown(), AssessmentDecider::decide, AssessmentDecider::evolve);

    /**
     * A command, and for a request the version that it is to have.
     *
     * @param version 1, or one more than that of the corrected assessment; of no meaning for other commands
     */
    record Versioned(AssessmentCommand command, int version) {
        static Versioned of(AssessmentCommand command) {
            return new Versioned(command, 1);
        }
    }

    private record Case(Assessment assessment, AssessmentCommand command) {}

    private AssessmentDecider() {}

    private static List<? extends AssessmentEvent> decide(Versioned asked, Assessment assessment) {
        return switch (new Case(assessment, asked.command())) {
            case Case(Unknown _, RequestAssessment c) -> List.of(requested(c, asked.version()));
            case Case(Requested _, RecordFigures c) -> List.of(c.figures());
            // a fact recorded before the instant may have arrived since: until the seal the figures may move
            case Case(Computed known, RecordFigures c) ->
                known.exact().equals(c.figures().exact())
                                && known.published().equals(c.figures().published())
                        ? List.of()
                        : List.of(c.figures());
            case Case(Sealed known, RecordFigures c) -> unchanged(known, c);
            case Case(Computed known, SealAssessment c) -> seal(known, c);
            case Case(Sealed known, PublishAssessment c) -> publish(known, c);
            case Case(Sealed known, NoteCorrection c) -> correct(known, c);

            case Case(Unknown _, AssessmentCommand _) -> throw new Rejection(ASSESSMENT_UNKNOWN);
            case Case(Requested _, RequestAssessment _),
                    Case(Computed _, RequestAssessment _),
                    Case(Sealed _, RequestAssessment _) -> throw new Rejection(ASSESSMENT_ID_TAKEN);
            case Case(Requested _, SealAssessment _) -> throw new Rejection(ASSESSMENT_NOT_COMPUTED);
            case Case(Sealed _, SealAssessment _) -> throw new Rejection(ASSESSMENT_ALREADY_SEALED);
            case Case(Requested _, PublishAssessment _),
                    Case(Computed _, PublishAssessment _),
                    Case(Requested _, NoteCorrection _),
                    Case(Computed _, NoteCorrection _) -> throw new Rejection(ASSESSMENT_NOT_SEALED);
        };
    }

    private static AssessmentRequested requested(RequestAssessment c, int version) {
        return new AssessmentRequested(
                c.assessment(),
                c.scope().asOf(),
                c.scope().happenedUntil(),
                c.scope().territory().kind(),
                c.scope().territory().code(),
                version,
                c.corrects());
    }

    private static List<AssessmentEvent> unchanged(Sealed known, RecordFigures c) {
        if (!known.exact().equals(c.figures().exact())) {
            throw new Rejection(ASSESSMENT_ALREADY_SEALED);
        }
        return List.of();
    }

    private static List<AssessmentEvent> seal(Computed known, SealAssessment c) {
        if (!known.exact().equals(c.exact()) || !known.published().equals(c.published())) {
            throw new Rejection(FIGURES_CHANGED);
        }
        return List.of(new AssessmentSealed(c.assessment()));
    }

    private static List<AssessmentEvent> publish(Sealed known, PublishAssessment c) {
        if (known.published()) {
            throw new Rejection(ASSESSMENT_ALREADY_PUBLISHED);
        }
        if (!known.asked().ofWholeDays()) {
            throw new Rejection(ASSESSMENT_NOT_OF_A_DAY);
        }
        return List.of(new AssessmentPublished(c.assessment()));
    }

    private static List<AssessmentEvent> correct(Sealed known, NoteCorrection c) {
        if (c.by().equals(known.correctedBy())) {
            return List.of();
        }
        mustBeLatest(known);
        return List.of(new AssessmentCorrected(c.assessment(), c.by()));
    }

    /**
     * The version of a correction of this one.
     *
     * @throws Rejection where it cannot be corrected
     */
    static int versionAfter(Assessment corrected) {
        return switch (corrected) {
            case Unknown _ -> throw new Rejection(ASSESSMENT_UNKNOWN);
            case Requested _, Computed _ -> throw new Rejection(ASSESSMENT_NOT_SEALED);
            case Sealed known -> {
                mustBeLatest(known);
                yield known.asked().version() + 1;
            }
        };
    }

    /** The assessment that a sealed one replaces, if any. */
    static @Nullable String corrects(Assessment assessment) {
        return assessment instanceof Sealed known ? known.asked().corrects() : null;
    }

    private static void mustBeLatest(Sealed known) {
        if (known.correctedBy() != null) {
            throw new Rejection(ASSESSMENT_ALREADY_CORRECTED, Map.of("by", known.correctedBy()));
        }
    }

    private static Assessment evolve(Assessment assessment, AssessmentEvent event) {
        return switch (event) {
            case AssessmentRequested e ->
                new Requested(new Asked(e.version(), Scope.isEndOfDay(e.asOf()), e.corrects()));
            case AssessmentComputed e ->
                switch (assessment) {
                    case Requested known -> new Computed(known.asked(), e.exact(), e.published());
                    case Computed known -> new Computed(known.asked(), e.exact(), e.published());
                    case Unknown _, Sealed _ -> assessment;
                };
            case AssessmentSealed _ ->
                assessment instanceof Computed known
                        ? new Sealed(known.asked(), known.exact(), false, null)
                        : assessment;
            case AssessmentPublished _ ->
                assessment instanceof Sealed known
                        ? new Sealed(known.asked(), known.exact(), true, known.correctedBy())
                        : assessment;
            case AssessmentCorrected e ->
                assessment instanceof Sealed known
                        ? new Sealed(known.asked(), known.exact(), known.published(), e.by())
                        : assessment;
        };
    }
}
