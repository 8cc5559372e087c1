package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.DEADLINE;
import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.need;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;
import static fr.mentoratdurgence.matching.proposing.ReferentLoadDecider.REFERENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReopenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoMatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a click has done by mistake, taken back: over all streams it is as it was before. */
class RestoringTest {
    private static final AcceptProposal ACCEPT = new AcceptProposal("proposal-a", NOW);
    private static final DeclineProposal DECLINE =
            new DeclineProposal("proposal-a", Side.MENTOR, DeclineReason.NO_REASON);
    private static final ValidateProposal VALIDATE =
            new ValidateProposal("proposal-a", "pair-a", "account-v", "account-v", NOW, 0, null);
    private static final UndoDecline UNDO = new UndoDecline("proposal-a", "account-r", NOW);

    private final Map<String, List<DomainEvent>> store = new HashMap<>();

    @Test
    void a_no_that_was_recorded_by_mistake_never_was() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        List<Object> before = state();
        given(DECLINE, UNDO);
        assertThat(state()).isEqualTo(before);
        given(ACCEPT);
        List<Object> accepted = state();
        given(DECLINE, UNDO);
        assertThat(state()).isEqualTo(accepted);
        refused(UNDO);
    }

    @Test
    void a_no_on_which_somebody_has_built_stays() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), DECLINE);
        given(propose("proposal-b", "need-1", "mentor-2", "account-r"));
        refused(UNDO);
    }

    @Test
    void a_no_stays_where_the_time_to_answer_is_over_or_a_rule_protects() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(DECLINE);
        refused(new UndoDecline("proposal-a", "account-r", DEADLINE));
        given(new HoldForReview("mentor-1", LocalDate.of(2020, 4, 20)));
        refused(UNDO);
    }

    @Test
    void what_was_taken_back_with_a_mentor_who_left_is_nobodys_no() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(new WithdrawMentor("mentor-1"));
        refused(UNDO);
    }

    @Test
    void a_match_that_was_confirmed_by_mistake_waits_again() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(ACCEPT);
        List<Object> before = state();
        given(VALIDATE, new UndoMatch("proposal-a", "pair-a", "account-v", NOW));
        assertThat(state()).isEqualTo(before);
        assertThat(when(new ValidateProposal("proposal-a", "pair-b", "account-v", "account-v", NOW, 0, null)))
                .hasAtLeastOneElementOfType(MatchConfirmed.class);
    }

    @Test
    void a_match_whose_mentor_is_held_by_now_ends_instead() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(ACCEPT, VALIDATE, new HoldForReview("mentor-1", LocalDate.of(2020, 4, 20)));
        given(new UndoMatch("proposal-a", "pair-a", "account-v", NOW));
        assertThat(session().state(PROPOSAL, "proposal-a")).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void a_pair_that_goes_on_has_seat_mentor_and_referent_again() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        given(ACCEPT, VALIDATE);
        List<Object> before = state();
        for (MatchingCommand end : List.of(interrupt(null), new EndPair("pair-a", "mentor-1"))) {
            given(end, restore());
            assertThat(state()).as("after %s", end).isEqualTo(before);
        }
        assertThat(when(restore())).as("told again").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_proposal_that_has_the_place_of_a_pair_that_goes_on_ends() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE, interrupt(null));
        given(propose("proposal-b", "need-1", "mentor-2", "account-r"));
        given(restore());
        assertThat(session().state(PROPOSAL, "proposal-b")).isInstanceOf(Proposal.Declined.class);
        NeedSeats.Open seats = (NeedSeats.Open) session().state(SEATS, "seats-1");
        assertThat(seats.find(holder -> "pair-a".equals(holder.pair()))).isPresent();
    }

    @Test
    void a_pair_that_goes_on_beside_another_one_makes_the_line_one_place_longer() {
        given(need("need-1", 1), mentor("mentor-1", 1), mentor("mentor-2", 1));
        given(propose("proposal-a", "need-1", "mentor-1", "account-r"), ACCEPT, VALIDATE, interrupt(null));
        given(propose("proposal-b", "need-1", "mentor-2", "account-r"), new AcceptProposal("proposal-b", NOW));
        given(new ValidateProposal("proposal-b", "pair-b", "account-v", "account-v", NOW, 0, null), restore());
        NeedSeats.Line line = Objects.requireNonNull(
                ((NeedSeats.Open) session().state(SEATS, "seats-1")).lines().get(1));
        assertThat(line.used()).hasSize(2);
        assertThat(line.asked()).isEqualTo(1);
    }

    @Test
    void a_need_that_was_withdrawn_by_mistake_stands_again_with_what_was_proposed_for_it() {
        given(need("need-1", 1), mentor("mentor-1", 1), propose("proposal-a", "need-1", "mentor-1", "account-r"));
        List<Object> before = state();
        given(new WithdrawNeed("need-1"), new ReopenNeed("need-1", "account-r", NOW));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_need_that_was_qualified_by_mistake_opens_anew_when_it_is_qualified_again() {
        given(need("need-1", 1), new WithdrawNeed("need-1"), need("need-1", 3));
        NeedSeats.Open seats = (NeedSeats.Open) session().state(SEATS, "seats-1");
        assertThat(seats.closed()).isFalse();
        assertThat(seats.lines().get(1)).extracting(NeedSeats.Line::count).isEqualTo(3);
    }

    private static InterruptPair interrupt(@Nullable HoldReason hold) {
        return new InterruptPair("pair-a", "need-1", "mentor-1", true, hold, "account-r", NOW);
    }

    private RestorePair restore() {
        PairTerms terms = store.getOrDefault("proposal-a", List.of()).stream()
                .filter(MatchConfirmed.class::isInstance)
                .map(fact -> ((MatchConfirmed) fact).terms())
                .toList()
                .getLast();
        return new RestorePair("pair-a", "proposal-a", terms, "account-r", NOW);
    }

    /** What the rules remember of all streams. */
    private List<Object> state() {
        DecisionSession session = session();
        return List.of(
                session.state(PROPOSAL, "proposal-a"),
                session.state(SEATS, "seats-1"),
                session.state(LOAD, "load-1"),
                session.state(REFERENT, "referent-v"));
    }

    private DecisionSession session() {
        return new DecisionSession(stream -> store.getOrDefault(stream, List.of()));
    }

    private void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            assertThat(when(command)).as("facts of %s", command).isNotEmpty();
        }
    }

    private List<DomainEvent> when(MatchingCommand command) {
        DecisionSession session = session();
        String _ = MatchingUseCases.handle(command, session);
        List<DomainEvent> added = new ArrayList<>();
        session.added().forEach(stream -> {
            store.computeIfAbsent(stream.stream(), _ -> new ArrayList<>()).addAll(stream.events());
            added.addAll(stream.events());
        });
        return added;
    }

    private void refused(MatchingCommand command) {
        assertThat(catchThrowableOfType(Rejection.class, () -> when(command))).isNotNull();
    }
}
