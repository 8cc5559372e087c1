package fr.mentoratdurgence.reporting.assessment;

import static fr.mentoratdurgence.reporting.assessment.AssessmentRejection.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.test.DeciderFixture;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.NoteCorrection;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.PublishAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RecordFigures;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.RequestAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentCommand.SealAssessment;
import fr.mentoratdurgence.reporting.assessment.AssessmentDecider.Versioned;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentCorrected;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentPublished;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentRequested;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentSealed;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentDeciderTest {
    private static final String ID = "assessment-1";
    private static final Instant AS_OF = Instant.parse("2020-07-04T21:59:59.999Z");
    private static final EventHash FIGURES = EventHash.of("ab".repeat(32));
    private static final EventHash OTHERS = EventHash.of("cd".repeat(32));
    private static final EventHash PUBLISHED = EventHash.of("ef".repeat(32));

    private final DeciderFixture<Versioned, Assessment, AssessmentEvent> assessment =
            new DeciderFixture<>(AssessmentDecider.ASSESSMENT);

    @Test
    void an_assessment_is_requested_once() {
        assessment.given().when(request(1)).then(requested(1));
        assessment.given(requested(1)).when(request(1)).thenRejected(ASSESSMENT_ID_TAKEN);
        assessment.given(requested(1), computed(FIGURES)).when(request(1)).thenRejected(ASSESSMENT_ID_TAKEN);
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(request(1))
                .thenRejected(ASSESSMENT_ID_TAKEN);
    }

    @Test
    void until_the_seal_figures_may_be_worked_out_again() {
        assessment.given(requested(1)).when(figures(FIGURES)).then(computed(FIGURES));
        assessment.given(requested(1), computed(FIGURES)).when(figures(FIGURES)).thenNothing();
        assessment.given(requested(1), computed(FIGURES)).when(figures(OTHERS)).then(computed(OTHERS));
    }

    @Test
    void when_the_rules_of_secrecy_changed_what_is_published_is_worked_out_again() {
        AssessmentComputed leaky = new AssessmentComputed(
                ID, FIGURES, OTHERS, 12, List.of(new Position("NEEDS", 12)), List.of(), "version-1");
        assessment.given(requested(1), leaky).when(figures(FIGURES)).then(computed(FIGURES));
        assessment.given(requested(1), leaky).when(seal(FIGURES)).thenRejected(FIGURES_CHANGED);
    }

    @Test
    void what_is_sealed_is_what_comes_out_at_that_moment() {
        assessment.given(requested(1), computed(FIGURES)).when(seal(FIGURES)).then(sealed());
        assessment.given(requested(1), computed(FIGURES)).when(seal(OTHERS)).thenRejected(FIGURES_CHANGED);
        assessment.given(requested(1)).when(seal(FIGURES)).thenRejected(ASSESSMENT_NOT_COMPUTED);
    }

    @Test
    void a_sealed_assessment_never_changes() {
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(figures(OTHERS))
                .thenRejected(ASSESSMENT_ALREADY_SEALED);
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(figures(FIGURES))
                .thenNothing();
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(seal(FIGURES))
                .thenRejected(ASSESSMENT_ALREADY_SEALED);
    }

    @Test
    void only_a_sealed_assessment_is_published_and_only_once() {
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(publish())
                .then(new AssessmentPublished(ID));
        assessment.given(requested(1)).when(publish()).thenRejected(ASSESSMENT_NOT_SEALED);
        assessment.given(requested(1), computed(FIGURES)).when(publish()).thenRejected(ASSESSMENT_NOT_SEALED);
        assessment
                .given(requested(1), computed(FIGURES), sealed(), new AssessmentPublished(ID))
                .when(publish())
                .thenRejected(ASSESSMENT_ALREADY_PUBLISHED);
    }

    @Test
    void only_the_figures_of_whole_days_are_published() {
        AssessmentRequested inTheMiddle = new AssessmentRequested(
                ID, Instant.parse("2020-07-04T10:00:00Z"), null, Territory.Kind.NATION, "FR", 1, null);
        assessment
                .given(inTheMiddle, computed(FIGURES), sealed())
                .when(publish())
                .thenRejected(ASSESSMENT_NOT_OF_A_DAY);
    }

    @Test
    void a_correction_is_a_new_version_that_points_to_the_old_one() {
        assessment
                .given(requested(1), computed(FIGURES), sealed())
                .when(corrected("assessment-2"))
                .then(new AssessmentCorrected(ID, "assessment-2"));
        assessment
                .given(requested(1), computed(FIGURES), sealed(), new AssessmentCorrected(ID, "assessment-2"))
                .when(corrected("assessment-3"))
                .thenRejected(ASSESSMENT_ALREADY_CORRECTED);
        assessment
                .given(requested(1), computed(FIGURES), sealed(), new AssessmentCorrected(ID, "assessment-2"))
                .when(corrected("assessment-2"))
                .thenNothing();
        assessment.given(requested(1)).when(corrected("assessment-2")).thenRejected(ASSESSMENT_NOT_SEALED);
        assessment
                .given(requested(1), computed(FIGURES))
                .when(corrected("assessment-2"))
                .thenRejected(ASSESSMENT_NOT_SEALED);
        assertThat(AssessmentDecider.versionAfter(assessment
                        .given(requested(3), computed(FIGURES), sealed())
                        .state()))
                .isEqualTo(4);
    }

    @Test
    void only_the_latest_sealed_version_can_be_corrected() {
        assertThatThrownBy(() -> versionAfter()).hasMessageContaining("ASSESSMENT_UNKNOWN");
        assertThatThrownBy(() -> versionAfter(requested(1))).hasMessageContaining("ASSESSMENT_NOT_SEALED");
        assertThatThrownBy(() -> versionAfter(requested(1), computed(FIGURES)))
                .hasMessageContaining("ASSESSMENT_NOT_SEALED");
        assertThatThrownBy(() -> versionAfter(
                        requested(1), computed(FIGURES), sealed(), new AssessmentCorrected(ID, "assessment-2")))
                .hasMessageContaining("ASSESSMENT_ALREADY_CORRECTED");
    }

    private int versionAfter(AssessmentEvent... past) {
        return AssessmentDecider.versionAfter(assessment.given(past).state());
    }

    @Test
    void of_an_unknown_assessment_nothing_can_be_asked() {
        assessment.given().when(figures(FIGURES)).thenRejected(ASSESSMENT_UNKNOWN);
        assessment.given().when(seal(FIGURES)).thenRejected(ASSESSMENT_UNKNOWN);
        assessment.given().when(publish()).thenRejected(ASSESSMENT_UNKNOWN);
        assessment.given().when(corrected("assessment-2")).thenRejected(ASSESSMENT_UNKNOWN);
    }

    @Test
    void a_hash_survives_its_two_halves() {
        String hex = "935a5075c4b838d93f0b5d5c082e84dfeafdc33e65abc40107f7eb76d7423b31";
        assertThat(EventHash.of(hex).hex()).isEqualTo(hex);
    }

    private static Versioned request(int version) {
        return new Versioned(new RequestAssessment(ID, Scope.at(AS_OF), null), version);
    }

    private static Versioned figures(EventHash exact) {
        return Versioned.of(new RecordFigures(new AssessmentComputed(
                ID, exact, PUBLISHED, 12, List.of(new Position("NEEDS", 12)), List.of(), "version-1")));
    }

    private static Versioned seal(EventHash exact) {
        return Versioned.of(new SealAssessment(ID, exact, PUBLISHED));
    }

    private static Versioned publish() {
        return Versioned.of(new PublishAssessment(ID));
    }

    private static Versioned corrected(String by) {
        return Versioned.of(new NoteCorrection(ID, by));
    }

    private static AssessmentRequested requested(int version) {
        return new AssessmentRequested(ID, AS_OF, null, Territory.Kind.NATION, "FR", version, null);
    }

    private static AssessmentComputed computed(EventHash exact) {
        return new AssessmentComputed(
                ID, exact, PUBLISHED, 12, List.of(new Position("NEEDS", 12)), List.of(), "version-1");
    }

    private static AssessmentSealed sealed() {
        return new AssessmentSealed(ID);
    }
}
