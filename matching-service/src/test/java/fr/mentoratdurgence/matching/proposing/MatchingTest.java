package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.DEADLINE;
import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.need;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunCompleted;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The use cases over several streams, on a map instead of a database. */
class MatchingTest {
    private static final AcceptProposal ACCEPT = new AcceptProposal("proposal-a", NOW);
    private static final ValidateProposal VALIDATE =
            new ValidateProposal("proposal-a", "pair-a", "account-validator", "account-validator", NOW);

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
                                "need-1",
                                1,
                                1,
                                "mentor-1",
                                "structure-0940176F",
                                "account-validator",
                                "94",
                                "24",
                                LevelBand.COLLEGE_6_5,
                                PriorityAudience.REP,
                                LocalDate.of(2020, 4, 1),
                                "account-validator",
                                NOW),
                        new SeatTaken("seats-1", 1, 1, "proposal-a", "pair-a"),
                        new CapacityTaken("load-1", "proposal-a", "pair-a"));
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
        assertThat(when(new ValidateProposal("proposal-a", "pair-a", null, "account-coordination", NOW)))
                .filteredOn(MatchConfirmed.class::isInstance)
                .extracting(e -> ((MatchConfirmed) e).referent())
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
        refused(propose("proposal-b", "need-1", "mentor-1", "account-r"), SeatsRejection.PAIRING_EXCLUDED);
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
                        new SeatsClosed("seats-1"));
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
        assertThat(when(new InterruptPair("pair-a", "need-1", "mentor-1")))
                .containsExactlyInAnyOrder(
                        new SeatReleased("seats-1", 1, 1, "proposal-a"),
                        new PairingExcluded("seats-1", 1, "mentor-1"),
                        new CapacityReleased("load-1", "proposal-a"));
        store.clear();
        given(
                need("need-1", 1),
                mentor("mentor-1", 1),
                propose("proposal-a", "need-1", "mentor-1", "account-r"),
                ACCEPT);
        given(VALIDATE);
        assertThat(when(new EndPair("pair-a", "mentor-1")))
                .containsExactly(new CapacityReleased("load-1", "proposal-a"));
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
        MatchingRunStarted started = new MatchingRunStarted("run-1", 1, 42, 17, 3, 2, NOW);
        assertThat(when(new StartRun(started))).containsExactly(started);
        refused(new StartRun(started), RunRejection.RUN_EXISTS);
        assertThat(when(new CompleteRun("run-1", 2, 0)))
                .containsExactly(new MatchingRunCompleted("run-1", 1, 42, 3, 2, 2, 0));
        refused(new CompleteRun("run-1", 2, 0), RunRejection.RUN_EXISTS);
        refused(new CompleteRun("run-2", 2, 0), RunRejection.NO_SUCH_RUN);
    }

    @Test
    void an_unknown_proposal_is_not_found_and_an_id_is_used_once() {
        refused(ACCEPT, ProposalRejection.NO_SUCH_PROPOSAL);
        refused(VALIDATE, ProposalRejection.NO_SUCH_PROPOSAL);
        given(need("need-1", 2), mentor("mentor-1", 2), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        refused(propose("proposal-a", "need-1", "mentor-1", "account-r"), ProposalRejection.PROPOSAL_EXISTS);
    }

    private void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            assertThat(when(command)).isNotEmpty();
        }
    }

    private List<DomainEvent> when(MatchingCommand command) {
        DecisionSession session = new DecisionSession(stream -> store.getOrDefault(stream, List.of()));
        assertThat(Matching.handle(command, session)).isNotEmpty();
        List<DomainEvent> added = new ArrayList<>();
        session.added().forEach(stream -> {
            store.computeIfAbsent(stream.stream(), _ -> new ArrayList<>()).addAll(stream.events());
            added.addAll(stream.events());
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
