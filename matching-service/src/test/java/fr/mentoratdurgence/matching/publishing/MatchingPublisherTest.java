package fr.mentoratdurgence.matching.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.matching.v1.AudienceFloor;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.MentorHeld;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.RecipientKind;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Template;
import fr.mentoratdurgence.matching.proposing.ReferentEvent;
import fr.mentoratdurgence.matching.proposing.RunEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingPublisherTest {
    private static final Instant AT = Instant.parse("2020-04-20T09:00:00Z");
    private static final LocalDate DECLARED = LocalDate.of(2020, 4, 1);
    private static final PairTerms TERMS = new PairTerms(
            "need-1",
            1,
            2,
            "mentor-1",
            "structure-0940176F",
            "account-r",
            "94",
            "24",
            LevelBand.COLLEGE_6_5.name(),
            PriorityAudience.REP.name(),
            DECLARED);
    private final MatchingPublisher publisher = new MatchingPublisher();

    @Test
    void proposals_become_contracts() {
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.MatchProposed(
                                "proposal-1",
                                TERMS,
                                Origin.RUN,
                                "run-1",
                                null,
                                1,
                                47,
                                new Explanation(List.of(), List.of(), List.of(), null),
                                AT,
                                AT,
                                null,
                                null)))
                .contains(new MatchProposed(
                        "proposal-1", "need-1", 1, 2, "mentor-1", "RUN", 1, 47, AT, "account-r", "94"));
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.ProposalAcceptedByMentor(
                                "proposal-1", "need-1", 1, 2, "mentor-1", ProposalEvent.Via.LINK)))
                .contains(new ProposalAcceptedByMentor("proposal-1", "need-1", 1, 2, "mentor-1"));
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.ProposalExpired("proposal-1", "need-1", 1, 2, "mentor-1")))
                .contains(new ProposalExpired("proposal-1", "need-1", 1, 2, "mentor-1"));
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.MatchConfirmed("proposal-1", "pair-1", TERMS, "account-v", AT)))
                .contains(new MatchConfirmed("proposal-1", "pair-1", TERMS));
    }

    @Test
    void a_withdrawal_is_told_as_another_reason() {
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.ProposalDeclined(
                                "proposal-1", "need-1", 1, 2, "mentor-1", Side.MENTOR, DeclineReason.WITHDRAWN)))
                .contains(new ProposalDeclined("proposal-1", "need-1", 1, 2, "mentor-1", "MENTOR", "OTHER"));
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.ProposalDeclined(
                                "proposal-1", "need-1", 1, 2, "mentor-1", Side.OPERATION, DeclineReason.PROOF_EXPIRED)))
                .contains(new ProposalDeclined("proposal-1", "need-1", 1, 2, "mentor-1", "OPERATION", "OTHER"));
    }

    @Test
    void that_a_mentor_is_held_back_released_or_excluded_is_told_and_nothing_of_the_pair() {
        String load = "load-1";
        assertThat(publisher
                        .telling()
                        .translate(
                                new LoadEvent.MentorReleased(load, ReleaseReason.RECORDED_BY_MISTAKE, "account-c", AT)))
                .contains(new MentorReleased("mentor-1", "RECORDED_BY_MISTAKE", AT));
        assertThat(publisher
                        .telling()
                        .translate(new LoadEvent.MentorHeld(
                                load, "need-1", "pair-1", HoldReason.SAFEGUARDING, "account-r", AT)))
                .contains(new MentorHeld("mentor-1", "SAFEGUARDING", AT));
        assertThat(publisher
                        .telling()
                        .translate(new LoadEvent.MentorExcluded(load, BanReason.RULES_BROKEN, "account-c", AT)))
                .contains(new MentorExcluded("mentor-1", "RULES_BROKEN", AT));
        assertThat(publisher.telling().translate(new LoadEvent.HeldForReview(load, DECLARED)))
                .isEmpty();
    }

    @Test
    void a_notice_is_told_without_text_or_address_and_a_trial_stays_at_home() {
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.NoticeRequested(
                                "proposal-1",
                                "notice-1-3",
                                Template.ACCEPTED_TO_REFERENT,
                                RecipientKind.REFERENT,
                                "account-r",
                                "need-1",
                                1,
                                "mentor-1",
                                null)))
                .contains(new NoticeRequested(
                        "notice-1-3",
                        "ACCEPTED_TO_REFERENT",
                        "REFERENT",
                        "account-r",
                        "proposal-1",
                        "need-1",
                        1,
                        "mentor-1",
                        null));
        assertThat(publisher
                        .telling()
                        .translate(new ProposalEvent.TrialOpened(
                                "proposal-1", "need-1", 1, 2, "mentor-1", "structure-0940176F", AT)))
                .contains(new TrialBegun("proposal-1", "need-1", 1, 2, "mentor-1", "structure-0940176F", AT));
        assertThat(publisher.telling().translate(new ReferentEvent.PairUnassigned("referent-1", "pair-1")))
                .isEmpty();
    }

    @Test
    void a_run_is_told_when_it_is_done_and_seats_and_loads_stay_at_home() {
        assertThat(publisher.telling().translate(new RunEvent.MatchingRunStarted("run-1", 1, 7, 12, 3, 2, AT, null)))
                .isEmpty();
        assertThat(publisher.telling().translate(new RunEvent.MatchingRunCompleted("run-1", 1, 7, 3, 2, 2, 0, null)))
                .contains(new MatchingRunCompleted("run-1", 1, 7, 3, 2, 2, 0));
        assertThat(publisher.telling().translate(new SeatsEvent.SeatsClosed("seats-1")))
                .isEmpty();
        assertThat(publisher.telling().translate(new LoadEvent.LoadClosed("load-1")))
                .isEmpty();
    }

    @Test
    void of_a_policy_the_floors_are_told_and_when_it_is_in_force() {
        Policy policy = PolicyFile.read(1);
        assertThat(policy.floors()).isNotEmpty();
        assertThat(publisher
                        .telling()
                        .translate(new PolicyEvent.PolicyPublished(
                                PolicyEvent.STREAM, 2, PolicyContent.of(policy), "account-c", AT)))
                .hasValueSatisfying(told -> {
                    PolicyPublished published = (PolicyPublished) told;
                    assertThat(published.version()).isEqualTo(2);
                    assertThat(published.floors())
                            .hasSize(4)
                            .contains(new AudienceFloor(
                                    "REP_PLUS", policy.floors().getOrDefault(PriorityAudience.REP_PLUS, 0)));
                });
        assertThat(publisher
                        .telling()
                        .translate(new PolicyEvent.PolicyActivated(PolicyEvent.STREAM, 2, 1, "account-c", AT)))
                .contains(new PolicyActivated(PolicyEvent.STREAM, 2, AT));
    }

    @Test
    void contracts_travel_under_their_frozen_names() {
        assertThat(publisher.telling().topic()).isEqualTo("matching.v1");
        assertThat(publisher.telling().nameOf(new ProposalExpired("proposal-1", "need-1", 1, 2, "mentor-1")))
                .isEqualTo("matching.proposal-expired.v1")
                .isIn(ContractTypes.all().keySet());
    }
}
