package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.TEACHER;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each rule that protects a young person at each door. What breaks the rule is put into the streams as a bare fact, so
 * that it is the door itself that has to see it, and not an act that ended open proposals.
 */
class ProtectiveRuleTest {
    private static final PolicyContent POLICY = PolicyContent.of(PolicyFile.read(1));
    private static final Propose PROPOSAL = propose("proposal-a", "need-1", "mentor-1", "account-r");
    private static final Propose NAMED =
            propose("proposal-n", "need-1", "mentor-1", "account-r").inPreMatching("prematching-1", 168);
    private static final AcceptProposal ACCEPT = new AcceptProposal("proposal-a", NOW);
    private static final ValidateProposal VALIDATE =
            new ValidateProposal("proposal-a", "pair-a", "account-c", "account-c", NOW, 0, OverrideReason.NOBODY_ELSE);

    private final Map<String, List<DomainEvent>> store = new HashMap<>();

    @ParameterizedTest
    @EnumSource
    void nobody_is_chosen_by_hand(ProtectiveRule rule) {
        world();
        breaks(rule);
        refused(PROPOSAL.because(ManualReason.STRUCTURE_ASKED), rule);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_leaves_the_pairing_out(ProtectiveRule rule) {
        world();
        breaks(rule);
        assertThat(when(new ProposeBatch(List.of(PROPOSAL)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_next_best_is_somebody_else(ProtectiveRule rule) {
        world();
        breaks(rule);
        refused(new OfferNextBest("proposal-0", PROPOSAL), rule);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_named_for_a_trial(ProtectiveRule rule) {
        world();
        breaks(rule);
        refused(new AskPreMatching("prematching-1", "need-1", 1, List.of(NAMED), "account-r", NOW), rule);
    }

    @ParameterizedTest
    @EnumSource
    void a_named_candidate_whose_turn_comes_is_passed_over(ProtectiveRule rule) {
        world();
        given(new OpenMentor("mentor-2", TEACHER, 1));
        Propose first = propose("proposal-f", "need-1", "mentor-2", "account-r").inPreMatching("prematching-1", 168);
        given(new AskPreMatching("prematching-1", "need-1", 1, List.of(first, NAMED), "account-r", NOW));
        given(new MatchingCommand.DeclineProposal("proposal-f", Side.MENTOR, ProposalEvent.DeclineReason.NO_TIME));
        breaks(rule);
        assertThat(when(new ContinuePreMatching("prematching-1", "need-1", List.of(NAMED))))
                .hasOnlyElementsOfType(SeatsEvent.PreMatchingEnded.class)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_mentor_cannot_say_yes(ProtectiveRule rule) {
        world();
        given(PROPOSAL);
        breaks(rule);
        refused(ACCEPT, rule);
    }

    @ParameterizedTest
    @EnumSource
    void no_trial_begins(ProtectiveRule rule) {
        world();
        given(new AskPreMatching("prematching-1", "need-1", 1, List.of(NAMED), "account-r", NOW));
        breaks(rule);
        refused(new AcceptProposal("proposal-n", NOW), rule);
    }

    @ParameterizedTest
    @EnumSource
    void a_trial_goes_no_further_but_a_no_is_heard(ProtectiveRule rule) {
        world();
        given(new AskPreMatching("prematching-1", "need-1", 1, List.of(NAMED), "account-r", NOW));
        given(new AcceptProposal("proposal-n", NOW));
        breaks(rule);
        refused(new AnswerTrial("proposal-n", Side.MENTOR, TrialOpinion.GOOD, "account-m", NOW), rule);
        refused(new AnswerTrial("proposal-n", Side.STRUCTURE, TrialOpinion.UNSURE, "account-s", NOW), rule);
        assertThat(when(new AnswerTrial("proposal-n", Side.MENTOR, TrialOpinion.POOR, "account-m", NOW)))
                .hasAtLeastOneElementOfType(ProposalDeclined.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_changed_after_the_proposal_is_seen_at_the_validation_of_whoever(ProtectiveRule rule) {
        world();
        given(PROPOSAL, ACCEPT);
        breaks(rule);
        refused(VALIDATE, rule);
    }

    /** A minor mentor and a place that the policy leaves to minors: nothing stands between the two yet. */
    private void world() {
        given(
                new EstablishPolicy(POLICY, "system", NOW),
                new OpenNeed(
                        "need-1",
                        new QualifiedNeed(
                                "structure-0940176F",
                                "account-referente",
                                "94",
                                "24",
                                PriorityAudience.REP,
                                List.of(new SeatLine(1, 1, primary(true))),
                                LocalDate.of(2020, 4, 1))),
                new OpenMentor("mentor-1", minor(), 1));
    }

    private void breaks(ProtectiveRule rule) {
        switch (rule) {
            case MINOR_MENTOR -> {
                PolicyContent none = new PolicyContent(
                        POLICY.proposalHours(),
                        POLICY.rules(),
                        POLICY.minimumCommonMinutes(),
                        List.of(),
                        POLICY.audiencePoints(),
                        POLICY.pointsPerWaitingDay(),
                        POLICY.floors(),
                        POLICY.fit(),
                        POLICY.commonHoursCounted(),
                        POLICY.mentorWeeksCounted(),
                        POLICY.referentLoadLimit());
                given(new PublishPolicy(none, "account-c", NOW), new ActivatePolicy(2, 1, "account-c", NOW));
            }
            case FAMILY_LINK -> {
                SeatsOpened opened = (SeatsOpened) stream("seats-1").getFirst();
                stream("seats-1")
                        .set(
                                0,
                                new SeatsOpened(
                                        opened.stream(),
                                        new QualifiedNeed(
                                                opened.qualified().structure(),
                                                opened.qualified().referent(),
                                                opened.qualified().departement(),
                                                opened.qualified().academie(),
                                                opened.qualified().priorityAudience(),
                                                List.of(new SeatLine(1, 1, primary(false))),
                                                opened.qualified().declaredOn())));
            }
            case PAIRING_EXCLUDED ->
                stream("load-1")
                        .add(new StructureExcluded(
                                "load-1", "structure-0940176F", "94", ExclusionReason.SAFEGUARDING, "account-r"));
            case PROOF_EXPIRED -> stream("load-1").add(new ProofExpired("load-1", LocalDate.of(2020, 4, 20)));
            case MENTOR_HELD ->
                stream("load-1")
                        .add(new MentorHeld("load-1", "need-0", "pair-0", HoldReason.SAFEGUARDING, "account-r", NOW));
        }
    }

    private static PlaceProfile primary(boolean familyLink) {
        return new PlaceProfile(LevelBand.CM1_CM2, List.of(), List.of(), List.of(), List.of(), null, null, familyLink);
    }

    private static MentorProfile minor() {
        return new MentorProfile(false, "94", false, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private List<DomainEvent> stream(String id) {
        return store.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            assertThat(when(command)).as("facts of %s", command).isNotEmpty();
        }
    }

    private List<DomainEvent> when(MatchingCommand command) {
        DecisionSession session = new DecisionSession(this::stream);
        var _ = MatchingUseCases.handle(command, session);
        List<DomainEvent> added = new ArrayList<>();
        session.added().forEach(each -> {
            stream(each.stream()).addAll(each.events());
            added.addAll(each.events());
        });
        return added;
    }

    private void refused(MatchingCommand command, ProtectiveRule rule) {
        Rejection refused = catchThrowableOfType(Rejection.class, () -> when(command));
        assertThat(refused).as("refusal of %s", command).isNotNull();
        assertThat(refused.is(rule))
                .as("%s is refused as %s", command, refused.code())
                .isTrue();
    }
}
