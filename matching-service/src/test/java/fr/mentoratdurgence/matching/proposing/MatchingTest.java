package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.DEADLINE;
import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.need;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExclusionLifted;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskValidation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludeMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftPairingExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftStructureExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProtectMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.NoticeRequested;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Template;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialAnswered;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpened;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ValidationAsked;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunCompleted;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnd;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The use cases over several streams, on a map instead of a database. */
class MatchingTest {
    private static final RunOutcome OUTCOME =
            new RunOutcome(0, 2, 7, BigInteger.valueOf(207), BigInteger.valueOf(207), true, "A0", List.of());
    private static final Instant TRIAL_END = NOW.plus(Duration.ofDays(7));
    private static final AcceptProposal ACCEPT = new AcceptProposal("proposal-a", NOW);
    private static final ValidateProposal VALIDATE =
            new ValidateProposal("proposal-a", "pair-a", "account-validator", "account-validator", NOW, 0, null);

    private final Map<String, List<DomainEvent>> store = new HashMap<>();

    @Test
    void a_confirmed_match_says_all_that_follow_up_has_to_know() {
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        assertThat(when(VALIDATE))
                .containsExactlyInAnyOrder(
                        new MatchConfirmed(
                                "proposal-a",
                                "pair-a",
                                new PairTerms(
                                        "need-1",
                                        1,
                                        1,
                                        "mentor-1",
                                        "structure-0940176F",
                                        "account-validator",
                                        "94",
                                        "24",
                                        LevelBand.COLLEGE_6_5.name(),
                                        PriorityAudience.REP.name(),
                                        LocalDate.of(2020, 4, 1)),
                                "account-validator",
                                NOW),
                        new SeatTaken("seats-1", 1, 1, "proposal-a", "pair-a"),
                        new CapacityTaken("load-1", "proposal-a", "pair-a", "account-validator"),
                        new PairAssigned("referent-validator", "pair-a", "account-validator", NOW, null));
        assertThat(refused(VALIDATE, ProposalRejection.ALREADY_CONFIRMED).details())
                .containsEntry("by", "account-validator");
        refused(ACCEPT, ProposalRejection.ALREADY_CONFIRMED);
    }

    @Test
    void the_referent_of_the_need_follows_the_pair_where_a_coordinator_validates() {
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        assertThat(when(new ValidateProposal("proposal-a", "pair-a", null, "account-coordination", NOW, 0, null)))
                .filteredOn(MatchConfirmed.class::isInstance)
                .extracting(e -> ((MatchConfirmed) e).terms().referent())
                .containsExactly("account-referente");
    }

    @Test
    void the_mentor_answers_first_and_in_time() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        refused(VALIDATE, ProposalRejection.NOT_ACCEPTED_YET);
        refused(new AcceptProposal("proposal-a", DEADLINE), ProposalRejection.PROPOSAL_EXPIRED);
        refused(new ExpireProposal("proposal-a", DEADLINE.minusSeconds(1)), ProposalRejection.NOT_DUE);
        given(ACCEPT);
        assertThat(when(ACCEPT)).isEmpty();
        refused(new ExpireProposal("proposal-a", DEADLINE), ProposalRejection.NOT_DUE);
    }

    @Test
    void an_expired_proposal_frees_both_reservations_in_the_same_decision() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        assertThat(when(new ExpireProposal("proposal-a", DEADLINE)))
                .containsExactlyInAnyOrder(
                        new ProposalExpired("proposal-a", "need-1", 1, 1, "mentor-1"),
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new CapacityReleased("load-1", "proposal-a"));
        refused(ACCEPT, ProposalRejection.PROPOSAL_EXPIRED);
        assertThat(when(propose("proposal-b", "need-1", "mentor-1", "account-r")))
                .hasSize(3);
    }

    @Test
    void a_declined_pairing_is_free_again_for_others_only() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"));
        assertThat(when(new DeclineProposal("proposal-a", Side.MENTOR, DeclineReason.NO_REASON)))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-a", "need-1", 1, 1, "mentor-1", Side.MENTOR, DeclineReason.NO_REASON),
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new PairingExcluded("seats-1", 1, "mentor-1"),
                        new CapacityReleased("load-1", "proposal-a"));
        refused(ACCEPT, ProposalRejection.PROPOSAL_DECLINED);
        refused(propose("proposal-b", "need-1", "mentor-1", "account-r"), ProtectiveRule.PAIRING_EXCLUDED);
        assertThat(when(propose("proposal-c", "need-1", "mentor-2", "account-r")))
                .hasSize(3);
    }

    @Test
    void a_batch_accepts_and_refuses_each_proposal_by_itself() {
        given(need("need-1", 1), need("need-2", 1), mentor("mentor-1", 1), mentor("mentor-2", 1));
        List<DomainEvent> events = when(new ProposeBatch(List.of(
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                propose("proposal-b", "need-1", "mentor-2", "account-r"),
                propose("proposal-c", "need-2", "mentor-1", "account-r"),
                propose("proposal-d", "need-2", "mentor-2", "account-r"))));
        assertThat(events)
                .filteredOn(ProposalEvent.class::isInstance)
                .extracting(DomainEvent::stream)
                .containsExactly("proposal-a", "proposal-d");
        assertThat(events).hasSize(6);
    }

    @Test
    void a_withdrawn_need_cancels_what_is_open_and_leaves_pairs_alone() {
        given(need("need-1", 2), mentor("mentor-1", 1), mentor("mentor-2", 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE);
        given(propose("proposal-b", "need-1", "mentor-2", "account-r"));
        assertThat(when(new WithdrawNeed("need-1")))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-b", "need-1", 1, 2, "mentor-2", Side.STRUCTURE, DeclineReason.WITHDRAWN),
                        new SeatReleased("seats-1", 1, 2, "proposal-b"),
                        new CapacityReleased("load-2", "proposal-b"),
                        new SeatsClosed("seats-1", List.of("proposal-b")));
        refused(propose("proposal-c", "need-1", "mentor-2", "account-r"), SeatsRejection.NEED_WITHDRAWN);
    }

    @Test
    void a_mentor_who_leaves_frees_the_seats_that_were_reserved() {
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        assertThat(when(new WithdrawMentor("mentor-1")))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-a", "need-1", 1, 1, "mentor-1", Side.MENTOR, DeclineReason.WITHDRAWN),
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new CapacityReleased("load-1", "proposal-a"),
                        new LoadClosed("load-1"));
        refused(VALIDATE, ProposalRejection.PROPOSAL_DECLINED);
    }

    @Test
    void an_interrupted_pair_frees_seat_and_mentor_a_closed_one_only_the_mentor() {
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        given(VALIDATE);
        assertThat(when(interrupt(null)))
                .containsExactlyInAnyOrder(
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new PairingExcluded("seats-1", 1, "mentor-1"),
                        new ReplacementQueued("seats-1", 1, 1, "pair-a", LocalDate.of(2020, 4, 1)),
                        new CapacityReleased("load-1", "proposal-a"),
                        new PairUnassigned("referent-validator", "pair-a"));
        store.clear();
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        given(VALIDATE);
        assertThat(when(new EndPair("pair-a", "mentor-1")))
                .containsExactly(
                        new CapacityReleased("load-1", "proposal-a"),
                        new PairUnassigned("referent-validator", "pair-a"));
    }

    @Test
    void a_mentor_whose_pair_was_interrupted_to_protect_the_young_person_is_proposed_to_nobody() {
        given(need("need-1", 1), need("need-2", 2), mentor("mentor-1", 3));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE);
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"));
        given(propose("proposal-c", "need-2", "mentor-1", "account-r"), new AcceptProposal("proposal-c", NOW));

        assertThat(when(interrupt(HoldReason.SAFEGUARDING)))
                .contains(
                        new ProposalDeclined(
                                "proposal-b", "need-2", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.WITHDRAWN),
                        new ProposalDeclined(
                                "proposal-c", "need-2", 1, 2, "mentor-1", Side.OPERATION, DeclineReason.WITHDRAWN),
                        new SeatReleased("seats-2", 1, 1, "proposal-b"),
                        new SeatReleased("seats-2", 1, 2, "proposal-c"),
                        new ReplacementQueued("seats-1", 1, 1, "pair-a", LocalDate.of(2020, 4, 1)),
                        new MentorHeld("load-1", "need-1", "pair-a", HoldReason.SAFEGUARDING, "account-r", NOW));
        refused(propose("proposal-d", "need-2", "mentor-1", "account-r"), ProtectiveRule.MENTOR_HELD);
        refused(new AcceptProposal("proposal-b", NOW), ProposalRejection.PROPOSAL_DECLINED);
        refused(
                new ValidateProposal("proposal-c", "pair-c", null, "account-r", NOW, 0, null),
                ProposalRejection.PROPOSAL_DECLINED);

        assertThat(when(new ReleaseMentor("mentor-1", ReleaseReason.CLEARED, "account-c", NOW)))
                .containsExactly(new MentorReleased("load-1", ReleaseReason.CLEARED, "account-c", NOW));
        assertThat(when(propose("proposal-e", "need-2", "mentor-1", "account-r")))
                .hasSize(3);
    }

    @Test
    void a_mentor_whom_a_worry_holds_is_proposed_to_nobody_and_may_be_excluded_for_good() {
        given(need("need-2", 2), mentor("mentor-1", 3));
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"));

        assertThat(when(new ProtectMentor("mentor-1", "concern-1", "account-r", NOW)))
                .contains(
                        new ProposalDeclined(
                                "proposal-b", "need-2", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.WITHDRAWN),
                        new MentorHeld("load-1", null, "concern-1", HoldReason.SAFEGUARDING, "account-r", NOW));
        refused(propose("proposal-c", "need-2", "mentor-1", "account-r"), ProtectiveRule.MENTOR_HELD);
        assertThat(when(new ExcludeMentor("mentor-1", BanReason.RULES_BROKEN, "account-c", NOW)))
                .containsExactly(new MentorExcluded("load-1", BanReason.RULES_BROKEN, "account-c", NOW));
        refused(new ReleaseMentor("mentor-1", ReleaseReason.CLEARED, "account-c", NOW), LoadRejection.MENTOR_NOT_HELD);
        refused(propose("proposal-d", "need-2", "mentor-1", "account-r"), ProtectiveRule.MENTOR_HELD);
        assertThat(when(new ProtectMentor("mentor-unknown", "concern-2", "account-r", NOW)))
                .as("who was never activated is proposed to nobody anyway")
                .isEmpty();
    }

    @Test
    void a_mentor_whose_proof_expired_is_proposed_to_nobody_until_a_new_one_is_seen_and_pairs_go_on() {
        LocalDate day = LocalDate.of(2020, 4, 21);
        given(need("need-1", 1), need("need-2", 2), mentor("mentor-1", 3));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE);
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"));
        given(propose("proposal-c", "need-2", "mentor-1", "account-r"), new AcceptProposal("proposal-c", NOW));

        assertThat(when(new ExpireProof("mentor-1", day)))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-b", "need-2", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.PROOF_EXPIRED),
                        new ProposalDeclined(
                                "proposal-c", "need-2", 1, 2, "mentor-1", Side.OPERATION, DeclineReason.PROOF_EXPIRED),
                        new SeatReleased("seats-2", 1, 1, "proposal-b"),
                        new SeatReleased("seats-2", 1, 2, "proposal-c"),
                        new CapacityReleased("load-1", "proposal-b"),
                        new CapacityReleased("load-1", "proposal-c"),
                        new ProofExpired("load-1", day));
        assertThat(when(new ExpireProof("mentor-1", day))).isEmpty();
        refused(propose("proposal-d", "need-2", "mentor-1", "account-r"), ProtectiveRule.PROOF_EXPIRED);

        assertThat(when(new RenewProof("mentor-1", day.plusDays(3))))
                .containsExactly(new ProofRenewed("load-1", day.plusDays(3)));
        assertThat(when(new RenewProof("mentor-1", day.plusDays(3)))).isEmpty();
        assertThat(when(propose("proposal-e", "need-2", "mentor-1", "account-r")))
                .hasSize(3);
        assertThat(when(new ExpireProof("mentor-unknown", day))).isEmpty();
    }

    @Test
    void a_mentor_whose_file_is_looked_into_is_proposed_to_nobody_until_the_team_has_decided_and_pairs_go_on() {
        LocalDate day = LocalDate.of(2020, 4, 21);
        given(need("need-1", 1), need("need-2", 2), mentor("mentor-1", 3));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE);
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"));
        given(propose("proposal-c", "need-2", "mentor-1", "account-r"), new AcceptProposal("proposal-c", NOW));

        assertThat(when(new HoldForReview("mentor-1", day)))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-b", "need-2", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.WITHDRAWN),
                        new ProposalDeclined(
                                "proposal-c", "need-2", 1, 2, "mentor-1", Side.OPERATION, DeclineReason.WITHDRAWN),
                        new SeatReleased("seats-2", 1, 1, "proposal-b"),
                        new SeatReleased("seats-2", 1, 2, "proposal-c"),
                        new CapacityReleased("load-1", "proposal-b"),
                        new CapacityReleased("load-1", "proposal-c"),
                        new HeldForReview("load-1", day));
        assertThat(when(new HoldForReview("mentor-1", day))).isEmpty();
        refused(propose("proposal-d", "need-2", "mentor-1", "account-r"), ProtectiveRule.MENTOR_HELD);
        refused(new ReleaseMentor("mentor-1", ReleaseReason.CLEARED, "account-c", NOW), LoadRejection.MENTOR_NOT_HELD);

        assertThat(when(new EndReview("mentor-1", day.plusDays(1))))
                .containsExactly(new ReviewEnded("load-1", day.plusDays(1)));
        assertThat(when(new EndReview("mentor-1", day.plusDays(1)))).isEmpty();
        assertThat(when(propose("proposal-e", "need-2", "mentor-1", "account-r")))
                .hasSize(3);
        assertThat(when(new HoldForReview("mentor-unknown", day))).isEmpty();
        assertThat(when(new EndReview("mentor-unknown", day))).isEmpty();
    }

    @Test
    void a_need_that_wants_fewer_places_than_are_in_use_shrinks_as_they_come_free() {
        given(need("need-1", 2), mentor("mentor-1", 2));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(propose("proposal-b", "need-1", "mentor-1", "account-r"));
        assertThat(when(new ReviseNeedLine("need-1", 1, 1)))
                .containsExactly(new LineCountRevised("seats-1", 1, 2, 2, 1));
        assertThat(when(new ExpireProposal("proposal-a", DEADLINE)))
                .contains(new LineCountRevised("seats-1", 1, 2, 1, 1));
        refused(propose("proposal-c", "need-1", "mentor-1", "account-r"), SeatsRejection.NO_FREE_SEAT);
    }

    @Test
    void a_run_names_its_policy_seed_and_input_and_ends_once() {
        MatchingRunStarted started = new MatchingRunStarted("run-1", 1, 42, 17, 3, 2, NOW, null);
        assertThat(when(new StartRun(started))).containsExactly(started);
        refused(new StartRun(started), RunRejection.RUN_EXISTS);
        assertThat(when(new CompleteRun("run-1", 2, 0, OUTCOME)))
                .containsExactly(new MatchingRunCompleted("run-1", 1, 42, 3, 2, 2, 0, OUTCOME));
        refused(new CompleteRun("run-1", 2, 0, OUTCOME), RunRejection.RUN_EXISTS);
        refused(new CompleteRun("run-2", 2, 0, OUTCOME), RunRejection.NO_SUCH_RUN);
    }

    @Test
    void an_unknown_proposal_is_not_found_and_an_id_is_used_once() {
        refused(ACCEPT, ProposalRejection.NO_SUCH_PROPOSAL);
        refused(VALIDATE, ProposalRejection.NO_SUCH_PROPOSAL);
        given(need("need-1", 2), mentor("mentor-1", 2), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        refused(propose("proposal-a", "need-1", "mentor-1", "account-r"), ProposalRejection.PROPOSAL_EXISTS);
    }

    @Test
    void a_replacement_keeps_the_first_wait_of_its_seat() {
        pair();
        given(interrupt(null), mentor("mentor-2", 1));
        assertThat(when(propose("proposal-b", "need-1", "mentor-2", "account-r")))
                .filteredOn(MatchProposed.class::isInstance)
                .extracting(e -> ((MatchProposed) e).terms().needDeclaredOn())
                .containsExactly(LocalDate.of(2020, 4, 1));
        refused(propose("proposal-c", "need-1", "mentor-1", "account-r"), ProtectiveRule.PAIRING_EXCLUDED);
    }

    @Test
    void a_seat_that_nobody_asks_for_any_more_is_not_replaced() {
        pair();
        given(new ReviseNeedLine("need-1", 1, 0));
        assertThat(when(interrupt(null))).noneMatch(ReplacementQueued.class::isInstance);
    }

    @Test
    void an_excluded_pairing_ends_and_does_not_come_back() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        ExcludePairing exclude =
                new ExcludePairing("need-1", 1, "mentor-1", ExclusionReason.STRUCTURE_ASKED, false, "account-r");
        assertThat(when(exclude))
                .containsExactlyInAnyOrder(
                        new ProposalDeclined(
                                "proposal-a", "need-1", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.OTHER),
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new PairingExcluded("seats-1", 1, "mentor-1", ExclusionReason.STRUCTURE_ASKED, "account-r"),
                        new CapacityReleased("load-1", "proposal-a"));
        assertThat(when(exclude)).isEmpty();
        refused(propose("proposal-b", "need-1", "mentor-1", "account-r"), ProtectiveRule.PAIRING_EXCLUDED);
        refused(
                new ExcludePairing("need-1", 7, "mentor-1", ExclusionReason.OTHER, false, "account-r"),
                SeatsRejection.NO_SUCH_LINE);
    }

    @Test
    void an_exclusion_of_a_line_leaves_other_lines_open_until_a_coordinator_lifts_it() {
        given(need("need-1", 1), need("need-2", 1), mentor("mentor-1", 2));
        given(new ExcludePairing("need-1", 1, "mentor-1", ExclusionReason.OTHER, false, "account-r"));
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"));

        assertThat(when(new LiftPairingExclusion("need-1", 1, "mentor-1", LiftReason.BOTH_AGREE, "account-c")))
                .containsExactly(new ExclusionLifted("seats-1", 1, "mentor-1", LiftReason.BOTH_AGREE, "account-c"));
        refused(
                new LiftPairingExclusion("need-1", 1, "mentor-1", LiftReason.BOTH_AGREE, "account-c"),
                SeatsRejection.PAIRING_NOT_EXCLUDED);
        given(propose("proposal-c", "need-1", "mentor-1", "account-r"));
    }

    @Test
    void who_must_be_protected_is_kept_apart_from_the_whole_structure_also_by_needs_that_come_later() {
        given(need("need-1", 1), need("need-2", 1), mentor("mentor-1", 3));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(propose("proposal-b", "need-2", "mentor-1", "account-r"), new AcceptProposal("proposal-b", NOW));

        assertThat(when(new ExcludePairing("need-1", 1, "mentor-1", ExclusionReason.SAFEGUARDING, false, "account-r")))
                .contains(
                        new ProposalDeclined(
                                "proposal-a", "need-1", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.OTHER),
                        new ProposalDeclined(
                                "proposal-b", "need-2", 1, 1, "mentor-1", Side.OPERATION, DeclineReason.OTHER),
                        new StructureExcluded(
                                "load-1", "structure-0940176F", "94", ExclusionReason.SAFEGUARDING, "account-r"));
        given(need("need-3", 1));
        refused(propose("proposal-c", "need-3", "mentor-1", "account-r"), ProtectiveRule.PAIRING_EXCLUDED);
        given(new WithdrawMentor("mentor-1"), mentor("mentor-1", 2));
        refused(propose("proposal-d", "need-3", "mentor-1", "account-r"), ProtectiveRule.PAIRING_EXCLUDED);
        assertThat(when(new ExcludePairing("need-3", 1, "mentor-1", ExclusionReason.OTHER, true, "account-r")))
                .as("already kept apart")
                .isEmpty();

        LiftStructureExclusion lift =
                new LiftStructureExclusion("structure-0940176F", "mentor-1", LiftReason.CLEARED, "account-c");
        assertThat(when(lift))
                .containsExactly(
                        new StructureExclusionLifted("load-1", "structure-0940176F", LiftReason.CLEARED, "account-c"));
        refused(lift, LoadRejection.STRUCTURE_NOT_EXCLUDED);
        given(propose("proposal-e", "need-3", "mentor-1", "account-r"));
    }

    @Test
    void a_prematching_keeps_its_seat_and_asks_one_after_the_other() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1), mentor("mentor-3", 1));
        assertThat(when(ask("mentor-1", "mentor-2")))
                .contains(new PreMatchingAsked(
                        "seats-1", "prematching-1", 1, List.of("mentor-1", "mentor-2"), "account-r", NOW))
                .filteredOn(MatchProposed.class::isInstance)
                .extracting(e -> ((MatchProposed) e).terms().mentor())
                .containsExactly("mentor-1");
        given(new DeclineProposal("proposal-of-mentor-1", Side.MENTOR, DeclineReason.NO_TIME));
        refused(propose("proposal-x", "need-1", "mentor-3", "account-r"), SeatsRejection.HELD_FOR_PREMATCHING);
        assertThat(when(askNext("mentor-2")))
                .filteredOn(MatchProposed.class::isInstance)
                .extracting(e -> ((MatchProposed) e).terms().mentor())
                .containsExactly("mentor-2");
        refused(askNext("mentor-2"), SeatsRejection.PREMATCHING_NOT_WAITING);
        given(new ExpireProposal("proposal-of-mentor-2", DEADLINE));
        assertThat(when(askNext()))
                .containsExactly(new PreMatchingEnded("seats-1", "prematching-1", 1, PreMatchingEnd.EXHAUSTED));
        assertThat(when(propose("proposal-x", "need-1", "mentor-3", "account-r")))
                .hasSize(3);
    }

    @Test
    void a_prematching_passes_over_who_cannot_be_asked() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1), new WithdrawMentor("mentor-1"));
        assertThat(when(ask("mentor-1", "mentor-2")))
                .filteredOn(MatchProposed.class::isInstance)
                .extracting(e -> ((MatchProposed) e).terms().mentor())
                .containsExactly("mentor-2");
        store.clear();
        given(need("need-1", 1), mentor("mentor-1", 1), new WithdrawMentor("mentor-1"));
        refused(ask("mentor-1"), SeatsRejection.NO_CANDIDATE_AVAILABLE);
        assertThat(when(mentor("mentor-1", 1))).isNotEmpty();
        given(propose("proposal-x", "need-1", "mentor-1", "account-r"));
        refused(ask("mentor-1"), SeatsRejection.NO_SEAT_TO_KEEP);
    }

    @Test
    void a_prematching_that_is_withdrawn_frees_seat_and_candidate() {
        given(need("need-1", 1), mentor("mentor-1", 1), ask("mentor-1"));
        assertThat(when(new WithdrawPreMatching("prematching-1", "need-1")))
                .contains(
                        new ProposalDeclined(
                                "proposal-of-mentor-1",
                                "need-1",
                                1,
                                1,
                                "mentor-1",
                                Side.OPERATION,
                                DeclineReason.WITHDRAWN),
                        new PreMatchingEnded("seats-1", "prematching-1", 1, PreMatchingEnd.WITHDRAWN));
        refused(new WithdrawPreMatching("prematching-1", "need-1"), SeatsRejection.PREMATCHING_NOT_WAITING);
        assertThat(when(propose("proposal-x", "need-1", "mentor-1", "account-r")))
                .hasSize(3);
    }

    @Test
    void a_trial_needs_both_sides_before_the_match_is_confirmed() {
        given(need("need-1", 1), mentor("mentor-1", 1), ask("mentor-1"));
        refused(trial(Side.MENTOR, TrialOpinion.GOOD), ProposalRejection.NO_TRIAL);
        assertThat(when(new AcceptProposal("proposal-of-mentor-1", NOW)))
                .contains(new TrialOpened(
                        "proposal-of-mentor-1", "need-1", 1, 1, "mentor-1", "structure-0940176F", TRIAL_END));
        ValidateProposal validate = new ValidateProposal(
                "proposal-of-mentor-1", "pair-a", "account-validator", "account-validator", NOW, 0, null);
        refused(validate, ProposalRejection.TRIAL_NOT_FINISHED);
        given(trial(Side.MENTOR, TrialOpinion.UNSURE));
        assertThat(when(trial(Side.MENTOR, TrialOpinion.UNSURE))).isEmpty();
        refused(trial(Side.MENTOR, TrialOpinion.POOR), ProposalRejection.ALREADY_SAID);
        refused(trial(Side.YOUTH, TrialOpinion.GOOD), ProposalRejection.NO_TRIAL);
        refused(validate, ProposalRejection.TRIAL_NOT_FINISHED);
        given(trial(Side.STRUCTURE, TrialOpinion.GOOD));
        refused(new ExpireProposal("proposal-of-mentor-1", TRIAL_END), ProposalRejection.NOT_DUE);
        assertThat(when(validate)).contains(new PreMatchingEnded("seats-1", "prematching-1", 1, PreMatchingEnd.SERVED));
    }

    @Test
    void one_no_ends_the_trial_and_both_are_free_but_not_for_each_other() {
        given(need("need-1", 1), mentor("mentor-1", 1), ask("mentor-1"));
        given(new AcceptProposal("proposal-of-mentor-1", NOW));
        assertThat(when(trial(Side.STRUCTURE, TrialOpinion.POOR)))
                .containsExactlyInAnyOrder(
                        new TrialAnswered("proposal-of-mentor-1", Side.STRUCTURE, TrialOpinion.POOR, "account-r", NOW),
                        new ProposalDeclined(
                                "proposal-of-mentor-1",
                                "need-1",
                                1,
                                1,
                                "mentor-1",
                                Side.STRUCTURE,
                                DeclineReason.POOR_FIT),
                        new SeatReleased("seats-1", 1, 1, "proposal-of-mentor-1"),
                        new PairingExcluded("seats-1", 1, "mentor-1"),
                        new CapacityReleased("load-1", "proposal-of-mentor-1"));
    }

    @Test
    void a_trial_that_a_side_says_nothing_of_expires() {
        given(need("need-1", 1), mentor("mentor-1", 1), ask("mentor-1"));
        given(new AcceptProposal("proposal-of-mentor-1", NOW), trial(Side.MENTOR, TrialOpinion.GOOD));
        refused(new ExpireProposal("proposal-of-mentor-1", TRIAL_END.minusSeconds(1)), ProposalRejection.NOT_DUE);
        refused(
                new AnswerTrial("proposal-of-mentor-1", Side.STRUCTURE, TrialOpinion.GOOD, "account-r", TRIAL_END),
                ProposalRejection.TRIAL_OVER);
        assertThat(when(new ExpireProposal("proposal-of-mentor-1", TRIAL_END)))
                .hasAtLeastOneElementOfType(ProposalExpired.class)
                .hasAtLeastOneElementOfType(SeatReleased.class)
                .hasAtLeastOneElementOfType(CapacityReleased.class);
    }

    @Test
    void whoever_follows_enough_asks_a_colleague_or_the_coordinators_to_validate() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        AskValidation ask = new AskValidation("proposal-a", "account-c", "account-r", NOW);
        refused(ask, ProposalRejection.NOT_ACCEPTED_YET);
        given(ACCEPT);
        assertThat(when(ask)).containsExactly(new ValidationAsked("proposal-a", "account-c", "account-r", NOW));
        assertThat(when(new AskValidation("proposal-a", null, "account-r", NOW)))
                .containsExactly(new ValidationAsked("proposal-a", null, "account-r", NOW));
        given(VALIDATE);
        refused(ask, ProposalRejection.ALREADY_CONFIRMED);
    }

    @Test
    void a_referent_follows_no_more_pairs_than_the_policy_allows() {
        given(need("need-1", 2), mentor("mentor-1", 2));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT);
        given(propose("proposal-b", "need-1", "mentor-1", "account-r"), new AcceptProposal("proposal-b", NOW));
        given(validate("proposal-a", "pair-a", 1, null));
        assertThat(refused(validate("proposal-b", "pair-b", 1, null), ReferentRejection.REFERENT_FULL)
                        .details())
                .containsEntry("count", "1")
                .containsEntry("limit", "1");
        assertThat(when(validate("proposal-b", "pair-b", 1, OverrideReason.NOBODY_ELSE)))
                .contains(new PairAssigned(
                        "referent-validator", "pair-b", "account-validator", NOW, OverrideReason.NOBODY_ELSE));
        given(new EndPair("pair-a", "mentor-1"), new EndPair("pair-b", "mentor-1"));
        given(need("need-2", 1), propose("proposal-c", "need-2", "mentor-1", "account-r"));
        given(new AcceptProposal("proposal-c", NOW));
        assertThat(when(validate("proposal-c", "pair-c", 1, OverrideReason.OTHER)))
                .contains(new PairAssigned("referent-validator", "pair-c", "account-validator", NOW, null));
    }

    @Test
    void whoever_has_to_know_is_told_in_the_same_decision() {
        given(need("need-1", 1), mentor("mentor-1", 1), ask("mentor-1"));
        given(new RemindMentor("proposal-of-mentor-1"));
        given(new AcceptProposal("proposal-of-mentor-1", NOW));
        given(trial(Side.MENTOR, TrialOpinion.GOOD), trial(Side.STRUCTURE, TrialOpinion.GOOD));
        given(new ValidateProposal(
                "proposal-of-mentor-1", "pair-a", "account-validator", "account-validator", NOW, 0, null));
        List<NoticeRequested> notices = store.getOrDefault("proposal-of-mentor-1", List.of()).stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .toList();
        assertThat(notices)
                .extracting(NoticeRequested::template)
                .containsExactly(
                        Template.PROPOSED_TO_MENTOR,
                        Template.REMINDER_TO_MENTOR,
                        Template.TRIAL_TO_MENTOR,
                        Template.TRIAL_TO_STRUCTURE,
                        Template.ACCEPTED_TO_REFERENT,
                        Template.CONFIRMED_TO_MENTOR,
                        Template.CONFIRMED_TO_STRUCTURE);
        assertThat(notices)
                .extracting(NoticeRequested::recipient)
                .containsExactly(
                        "mentor-1",
                        "mentor-1",
                        "mentor-1",
                        "structure-0940176F",
                        "account-referente",
                        "mentor-1",
                        "structure-0940176F");
        assertThat(notices).extracting(NoticeRequested::notice).doesNotHaveDuplicates();
        assertThat(notices.get(0).dueBy()).isEqualTo(DEADLINE);
        assertThat(notices.get(3).dueBy()).isEqualTo(TRIAL_END);
    }

    @Test
    void a_mentor_is_reminded_once_and_only_while_the_answer_is_awaited() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        var _ = when(new RemindMentor("proposal-a"));
        var _ = when(new RemindMentor("proposal-a"));
        assertThat(store.get("proposal-a")).hasSize(3);
        var _ = when(ACCEPT);
        var _ = when(new RemindMentor("proposal-a"));
        assertThat(store.get("proposal-a")).hasSize(5);
    }

    @Test
    void the_next_best_is_offered_or_nobody_is() {
        given(need("need-1", 1), mentor("mentor-1", 1));
        assertThat(when(new OfferNextBest("proposal-a", null))).isEmpty();
        assertThat(when(new OfferNextBest("proposal-a", propose("proposal-b", "need-1", "mentor-1", "system"))))
                .hasSize(3);
    }

    @Test
    void a_pair_begins_with_who_follows_the_need_by_then() {
        given(
                need("need-1", 3),
                mentor("mentor-1", 3),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT,
                new PassNeedOn("need-1", "account-second"));
        assertThat(when(byCoordinator("proposal-a", "pair-a")))
                .filteredOn(MatchConfirmed.class::isInstance)
                .extracting(e -> ((MatchConfirmed) e).terms().referent())
                .containsExactly("account-second");

        given(
                propose("proposal-b", "need-1", "mentor-1", "account-r"),
                new AcceptProposal("proposal-b", NOW),
                new PassNeedOn("need-1", null));
        assertThat(when(byCoordinator("proposal-b", "pair-b")))
                .as("nobody follows the need: who validates begins with the pair")
                .contains(new PairAssigned("referent-coordinator", "pair-b", "account-coordinator", NOW, null));

        given(
                new PassNeedOn("need-1", "account-third"),
                propose("proposal-c", "need-1", "mentor-1", "account-r"),
                new AcceptProposal("proposal-c", NOW));
        assertThat(when(validate("proposal-c", "pair-c", 0, null)))
                .as("a référent who validates follows the pair")
                .contains(new PairAssigned("referent-validator", "pair-c", "account-validator", NOW, null));
        assertThat(store.get("proposal-c"))
                .filteredOn(MatchProposed.class::isInstance)
                .extracting(e -> ((MatchProposed) e).terms().referent())
                .containsExactly("account-third");
    }

    private static ValidateProposal byCoordinator(String proposal, String pair) {
        return new ValidateProposal(proposal, pair, null, "account-coordinator", NOW, 0, null);
    }

    private static InterruptPair interrupt(@Nullable HoldReason hold) {
        return new InterruptPair("pair-a", "need-1", "mentor-1", true, hold, "account-r", NOW);
    }

    private void pair() {
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT,
                VALIDATE);
    }

    private static AskPreMatching ask(String... mentors) {
        return new AskPreMatching("prematching-1", "need-1", 1, candidates(mentors), "account-r", NOW);
    }

    private static ContinuePreMatching askNext(String... mentors) {
        return new ContinuePreMatching("prematching-1", "need-1", candidates(mentors));
    }

    private static List<Propose> candidates(String... mentors) {
        return Arrays.stream(mentors)
                .map(m -> propose("proposal-of-" + m, "need-1", m, "account-r").inPreMatching("prematching-1", 168))
                .toList();
    }

    private static AnswerTrial trial(Side side, TrialOpinion fit) {
        return new AnswerTrial("proposal-of-mentor-1", side, fit, "account-r", NOW);
    }

    private static ValidateProposal validate(
            String proposal, String pair, int limit, @Nullable OverrideReason override) {
        return new ValidateProposal(proposal, pair, "account-validator", "account-validator", NOW, limit, override);
    }

    private void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            int before = stored();
            var _ = when(command);
            assertThat(stored()).as("facts of %s", command).isGreaterThan(before);
        }
    }

    private int stored() {
        return store.values().stream().mapToInt(List::size).sum();
    }

    private List<DomainEvent> when(MatchingCommand command) {
        DecisionSession session = new DecisionSession(stream -> store.getOrDefault(stream, List.of()));
        assertThat(MatchingUseCases.handle(command, session)).isNotEmpty();
        List<DomainEvent> added = new ArrayList<>();
        session.added().forEach(stream -> {
            store.computeIfAbsent(stream.stream(), _ -> new ArrayList<>()).addAll(stream.events());
            stream.events().stream()
                    .filter(event -> !(event instanceof NoticeRequested)) // have a test of their own
                    .forEach(added::add);
        });
        return added;
    }

    private Rejection refused(MatchingCommand command, RejectionCode code) {
        Rejection refused = catchThrowableOfType(Rejection.class, () -> when(command));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        return refused;
    }
}
