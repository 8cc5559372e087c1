package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.TEACHER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.proposing.LoadCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.LoadCommand.CloseLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndPairOfLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndProbation;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.LoadCommand.Hold;
import fr.mentoratdurgence.matching.proposing.LoadCommand.OpenLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.LoadCommand.Release;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ReleaseCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ReserveCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.TakeCapacity;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.PairPassedOn;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationBegun;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MentorLoadDeciderTest {
    private static final String LOAD = "load-1";
    private static final LoadOpened OPENED = new LoadOpened(LOAD, TEACHER, 1);
    private static final CapacityReserved RESERVED = new CapacityReserved(LOAD, "proposal-a", "account-first", NOW);
    private static final CapacityTaken TAKEN = new CapacityTaken(LOAD, "proposal-a", "pair-a", "account-r");
    private static final CapacityReleased RELEASED = new CapacityReleased(LOAD, "proposal-a");
    private final DeciderFixture<LoadCommand, MentorLoad, LoadEvent> load =
            new DeciderFixture<>(MentorLoadDecider.LOAD);

    @Test
    void an_active_mentor_has_a_load() {
        load.given().when(new OpenLoad("mentor-1", TEACHER, 1)).then(OPENED);
        load.given(OPENED).when(new OpenLoad("mentor-1", TEACHER, 1)).thenNothing();
        load.given(OPENED, new LoadClosed(LOAD))
                .when(new OpenLoad("mentor-1", TEACHER, 1))
                .then(OPENED);
    }

    @Test
    void pairs_and_reservations_never_exceed_the_capacity() {
        load.given(OPENED).when(reserve("proposal-a")).then(RESERVED);
        assertThat(load.given(OPENED, RESERVED)
                        .when(reserve("proposal-b"))
                        .thenRejected(LoadRejection.NO_FREE_CAPACITY)
                        .details())
                .containsEntry("by", "account-first")
                .containsEntry("at", NOW.toString());
        load.given(OPENED, RESERVED, TAKEN).when(reserve("proposal-b")).thenRejected(LoadRejection.NO_FREE_CAPACITY);
        load.given(OPENED, RESERVED, RELEASED)
                .when(reserve("proposal-b"))
                .then(new CapacityReserved(LOAD, "proposal-b", "account-first", NOW));
    }

    @Test
    void a_reservation_becomes_a_pair_and_the_pair_ends() {
        load.given(OPENED, RESERVED)
                .when(new TakeCapacity("proposal-a", "pair-a", "account-r"))
                .then(TAKEN);
        load.given(OPENED, RESERVED, TAKEN)
                .when(new TakeCapacity("proposal-a", "pair-b", "account-r"))
                .thenRejected(LoadRejection.CAPACITY_NOT_HELD);
        load.given(OPENED, RESERVED, TAKEN).when(new EndPairOfLoad("pair-a")).then(RELEASED);
        load.given(OPENED).when(new EndPairOfLoad("pair-a")).thenNothing();
        load.given(OPENED, RESERVED).when(new ReleaseCapacity("proposal-a")).then(RELEASED);
        load.given(OPENED).when(new ReleaseCapacity("proposal-a")).thenRejected(LoadRejection.CAPACITY_NOT_HELD);
    }

    @Test
    void who_left_or_was_never_active_gets_no_proposal() {
        load.given().when(reserve("proposal-a")).thenRejected(LoadRejection.NO_SUCH_MENTOR);
        load.given().when(new CloseLoad()).thenNothing();
        load.given(OPENED).when(new CloseLoad()).then(new LoadClosed(LOAD));
        load.given(OPENED, new LoadClosed(LOAD)).when(new CloseLoad()).thenNothing();
        load.given(OPENED, new LoadClosed(LOAD))
                .when(reserve("proposal-a"))
                .thenRejected(LoadRejection.MENTOR_WITHDREW);
    }

    @Test
    void a_mentor_is_held_until_a_coordinator_decides() {
        Hold hold = new Hold("need-1", "pair-a", HoldReason.SAFEGUARDING, "account-r", NOW);
        MentorHeld held = new MentorHeld(LOAD, "need-1", "pair-a", HoldReason.SAFEGUARDING, "account-r", NOW);
        Release release = new Release(ReleaseReason.CLEARED, "account-c", NOW);
        MentorReleased released = new MentorReleased(LOAD, ReleaseReason.CLEARED, "account-c", NOW);

        load.given(OPENED).when(hold).then(held);
        load.given(OPENED, held).when(hold).thenNothing();
        load.given(OPENED, held).when(release).then(released);
        load.given(OPENED, held, released).when(release).thenRejected(LoadRejection.MENTOR_NOT_HELD);
        load.given(OPENED, held, released)
                .when(reserve("proposal-b"))
                .then(new CapacityReserved(LOAD, "proposal-b", "account-first", NOW));
        load.given(OPENED, held, new LoadClosed(LOAD), OPENED)
                .when(release)
                .then(released); // held also after coming back
        load.given().when(hold).thenRejected(LoadRejection.NO_SUCH_MENTOR);
        load.given().when(release).thenRejected(LoadRejection.NO_SUCH_MENTOR);
    }

    @Test
    void two_interrupted_pairs_are_two_holds_and_one_decision_ends_both() {
        MentorHeld first = new MentorHeld(LOAD, "need-1", "pair-a", HoldReason.SAFEGUARDING, "account-r", NOW);
        MentorHeld second = new MentorHeld(LOAD, "need-2", "pair-b", HoldReason.SAFEGUARDING, "account-r", NOW);
        MentorReleased released = new MentorReleased(LOAD, ReleaseReason.OTHER, "account-c", NOW);
        load.given(OPENED, first)
                .when(new Hold("need-2", "pair-b", HoldReason.SAFEGUARDING, "account-r", NOW))
                .then(second);
        load.given(OPENED, first, second, released)
                .when(reserve("proposal-b"))
                .then(new CapacityReserved(LOAD, "proposal-b", "account-first", NOW));
    }

    @Test
    void a_review_and_an_interrupted_pair_are_two_holds_that_two_decisions_end() {
        MentorHeld held = new MentorHeld(LOAD, "need-1", "pair-a", HoldReason.SAFEGUARDING, "account-r", NOW);
        MentorReleased released = new MentorReleased(LOAD, ReleaseReason.CLEARED, "account-c", NOW);
        HeldForReview review = new HeldForReview(LOAD, LocalDate.of(2020, 4, 21));
        ReviewEnded ended = new ReviewEnded(LOAD, LocalDate.of(2020, 4, 22));
        Release release = new Release(ReleaseReason.CLEARED, "account-c", NOW);
        EndReview end = new EndReview(LocalDate.of(2020, 4, 22));
        load.given(OPENED, review, held, released).when(release).thenRejected(LoadRejection.MENTOR_NOT_HELD);
        load.given(OPENED, review, held, released).when(end).then(ended);
        load.given(OPENED, review, held, ended).when(end).thenNothing();
        load.given(OPENED, review, held, ended).when(release).then(released);
        load.given(OPENED, review, new LoadClosed(LOAD), OPENED).when(end).then(ended); // also after coming back
    }

    @Test
    void a_pair_that_is_handed_over_counts_with_who_follows_it_now() {
        PairPassedOn passedOn = new PairPassedOn(LOAD, "pair-a", "account-s");
        PassPairOn handOver = new PassPairOn("pair-a", "account-s");
        load.given(OPENED, RESERVED, TAKEN).when(handOver).then(passedOn);
        load.given(OPENED, RESERVED, TAKEN, passedOn).when(handOver).thenNothing();
        load.given(OPENED).when(handOver).thenNothing();
        assertThat(((MentorLoad.Active)
                                load.given(OPENED, RESERVED, TAKEN, passedOn).state())
                        .referentOf("pair-a"))
                .contains("account-s");
    }

    @Test
    void nothing_is_proposed_on_probation_until_the_one_for_that_pair_ends_and_no_other_decision_ends_it() {
        LocalDate day = LocalDate.of(2020, 5, 4);
        ProbationBegun begun = new ProbationBegun(LOAD, "pair-a", day);
        ProbationEnded ended = new ProbationEnded(LOAD, "pair-a", day);
        MentorHeld held = new MentorHeld(LOAD, "need-1", "pair-b", HoldReason.SAFEGUARDING, "account-r", NOW);
        MentorReleased released = new MentorReleased(LOAD, ReleaseReason.CLEARED, "account-c", NOW);
        load.given(OPENED).when(new BeginProbation("pair-a", day)).then(begun);
        load.given(OPENED, begun).when(new BeginProbation("pair-a", day)).thenNothing();
        assertThat(bars(load.given(OPENED, begun).state())).isTrue();
        assertThat(bars(load.given(OPENED, begun, held, released).state())).isTrue();
        load.given(OPENED, begun).when(new EndProbation("pair-b", day)).thenNothing();
        load.given(OPENED, begun).when(new EndProbation("pair-a", day)).then(ended);
        assertThat(bars(load.given(OPENED, begun, ended).state())).isFalse();
    }

    private static boolean bars(MentorLoad load) {
        return load instanceof MentorLoad.Active active && !active.held().isEmpty();
    }

    private static ReserveCapacity reserve(String proposal) {
        return new ReserveCapacity(proposal, "account-first", NOW);
    }
}
