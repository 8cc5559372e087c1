package fr.mentoratdurgence.matching.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.QualifiedNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Tally;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayedSeasonTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 4, 1);
    private static final Instant NOON = Instant.parse("2020-04-01T12:00:00Z");
    private static final Policy REP_FIRST = policy(Map.of(PriorityAudience.REP, 30), Map.of());
    private static final Policy OLDEST_FIRST = policy(Map.of(), Map.of());

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void the_policy_decides_who_gets_the_only_mentor() {
        need(1, "rep", PriorityAudience.REP, 1, FIRST);
        need(1, "other", PriorityAudience.NONE, 1, FIRST.minusDays(10));
        mentor(1, "m", 1);

        Counterfactual.Side repFirst = play(REP_FIRST, 10);
        assertThat(of(repFirst, PriorityAudience.REP).covered()).isEqualTo(1);
        assertThat(of(repFirst, PriorityAudience.NONE).covered()).isZero();

        Counterfactual.Side oldestFirst = play(OLDEST_FIRST, 10);
        assertThat(of(oldestFirst, PriorityAudience.REP).covered()).isZero();
        assertThat(of(oldestFirst, PriorityAudience.NONE).covered()).isEqualTo(1);
        assertThat(oldestFirst.all().covered()).isEqualTo(repFirst.all().covered());
    }

    @Test
    void a_wait_counts_from_the_declaration_and_an_unserved_place_is_censored() {
        need(1, "a", PriorityAudience.NONE, 2, FIRST);
        mentor(5, "m", 1);

        Tally all = play(OLDEST_FIRST, 20).all();
        assertThat(all.seats()).isEqualTo(2);
        assertThat(all.covered()).isEqualTo(1);
        assertThat(all.waiting()).isEqualTo(1);
        assertThat(all.medianDays()).isEqualTo(4);
        assertThat(all.p95Days()).isNull();
        assertThat(all.coverage()).isEqualTo(50);
    }

    @Test
    void places_are_added_taken_back_and_withdrawn_as_recorded() {
        need(1, "a", PriorityAudience.NONE, 1, FIRST);
        need(1, "b", PriorityAudience.NONE, 2, FIRST);
        fact(2, new LineCountRevised("seats-a", 1, 1, 3, 3));
        fact(3, new LineCountRevised("seats-a", 1, 3, 2, 2));
        fact(4, new SeatsClosed("seats-b"));

        Tally all = play(OLDEST_FIRST, 10).all();
        assertThat(all.seats()).isEqualTo(5);
        assertThat(all.withdrawn()).isEqualTo(3);
        assertThat(all.waiting()).isEqualTo(2);
    }

    @Test
    void people_answer_as_often_as_they_did() {
        need(1, "a", PriorityAudience.NONE, 400, FIRST);
        for (int i = 0; i < 400; i++) {
            mentor(1, "m" + i, 1);
        }
        // the record: 3 of 4 said no, two days later
        for (int i = 0; i < 4; i++) {
            fact(1, proposed("p" + i, "a", "m" + i));
        }
        for (int i = 1; i < 4; i++) {
            fact(
                    3,
                    new ProposalDeclined(
                            "proposal-p" + i, "need-a", 1, 1, "mentor-m" + i, Side.MENTOR, DeclineReason.NO_TIME));
        }
        fact(2, confirmed("p0", "a", "m0"));

        Counterfactual.Side recorded = play(OLDEST_FIRST, 2, Acceptance.RECORDED);
        assertThat(recorded.pairs()).isBetween(70, 130);
        Counterfactual.Side everybody = play(OLDEST_FIRST, 2, Acceptance.ALL);
        assertThat(everybody.pairs()).isEqualTo(400);
        Habits habits = Habits.of(sorted(), Acceptance.RECORDED);
        assertThat(habits.assumed().decided()).isEqualTo(4);
        assertThat(habits.assumed().daysToConfirm()).isEqualTo(1);
        assertThat(habits.assumed().daysToDecline()).isEqualTo(2);
    }

    @Test
    void a_pair_takes_over_the_end_of_a_recorded_one_and_an_interrupted_place_waits_again() {
        need(1, "a", PriorityAudience.NONE, 1, FIRST);
        mentor(1, "m", 1);
        pair(1, "p", "a", "m");
        fact(6, new SeatReleased("seats-a", 1, 1, "proposal-p"));
        fact(6, new CapacityReleased("load-m", "proposal-p"));

        Habits habits = Habits.of(sorted(), Acceptance.ALL);
        assertThat(habits.assumed().interrupted()).isEqualTo(1);
        assertThat(habits.fate("need-a#1", "mentor-x")).isEqualTo(new Habits.Fate(Habits.End.INTERRUPTED, 5));

        // nobody else is there: proposed once, and not to the same mentor again
        Counterfactual.Side side = play(OLDEST_FIRST, 20);
        assertThat(side.proposals()).isEqualTo(1);
        assertThat(side.all().covered()).isEqualTo(1);
        mentor(8, "second", 1);
        assertThat(play(OLDEST_FIRST, 20).proposals()).isEqualTo(2);
    }

    @Test
    void how_a_pair_ended_does_not_depend_on_which_event_was_stored_first() {
        need(1, "a", PriorityAudience.NONE, 2, FIRST);
        mentor(1, "m", 2);
        pair(1, "p", "a", "m");
        pair(1, "q", "a", "m");
        fact(6, new CapacityReleased("load-m", "proposal-p"));
        fact(6, new SeatReleased("seats-a", 1, 1, "proposal-p"));
        fact(9, new CapacityReleased("load-m", "proposal-q"));

        Counterfactual.Assumed assumed = Habits.of(sorted(), Acceptance.ALL).assumed();
        assertThat(assumed.interrupted()).isEqualTo(1);
        assertThat(assumed.ended()).isEqualTo(1);
    }

    @Test
    void what_was_there_on_the_eve_is_taken_as_recorded() {
        need(1, "a", PriorityAudience.NONE, 1, FIRST);
        need(1, "b", PriorityAudience.NONE, 1, FIRST);
        mentor(1, "m", 1);
        fact(2, new SeatReserved("seats-a", 1, 1, "mentor-m", "proposal-p", "account-x", NOON));
        fact(2, new CapacityReserved("load-m", "proposal-p", "account-x", NOON));
        fact(6, new SeatTaken("seats-a", 1, 1, "proposal-p", "pair-p"));
        fact(6, new CapacityTaken("load-m", "proposal-p", "pair-p", null));

        Habits habits = Habits.of(sorted(), Acceptance.ALL);
        Counterfactual.Side side =
                new ReplayedSeason(sorted(), OLDEST_FIRST, habits, FIRST.plusDays(3), FIRST.plusDays(9)).play();
        assertThat(side.proposals()).as("the only mentor is held").isZero();
        assertThat(side.all().covered()).isEqualTo(1);
        assertThat(side.all().waiting()).isEqualTo(1);
    }

    @Test
    void nothing_is_proposed_to_a_mentor_who_is_barred_until_all_that_bars_is_lifted() {
        String load = "load-m";
        need(1, "a", PriorityAudience.NONE, 1, FIRST);
        mentor(1, "m", 1);
        fact(1, new MentorHeld(load, "need-x", "pair-x", HoldReason.SAFEGUARDING, "x", NOON));
        fact(1, new ProofExpired(load, FIRST));
        fact(1, new HeldForReview(load, FIRST));
        fact(4, new MentorReleased(load, ReleaseReason.CLEARED, "x", NOON));
        fact(5, new ProofRenewed(load, FIRST.plusDays(4)));
        assertThat(play(OLDEST_FIRST, 10).proposals()).isZero();
        fact(6, new ReviewEnded(load, FIRST.plusDays(5)));
        assertThat(play(OLDEST_FIRST, 10).proposals()).isEqualTo(1);
    }

    @Test
    void the_same_season_gives_the_same_answer_every_time() {
        List<PriorityAudience> audiences = List.of(PriorityAudience.values());
        Random draw = new Random(7);
        for (int i = 0; i < 60; i++) {
            PriorityAudience audience = audiences.get(draw.nextInt(audiences.size()));
            need(1 + draw.nextInt(20), "n" + i, audience, 1 + draw.nextInt(4), FIRST.plusDays(draw.nextInt(5)));
            mentor(1 + draw.nextInt(30), "m" + i, 1 + draw.nextInt(2));
        }
        Policy floors = policy(Map.of(PriorityAudience.REP, 10), Map.of(PriorityAudience.QPV, 60));
        assertThat(play(floors, 40)).isEqualTo(play(floors, 40));
        assertThat(play(floors, 40).audiences().stream().mapToInt(Tally::seats).sum())
                .isEqualTo(play(floors, 40).all().seats());
    }

    // ---------------------------------------------------------------- given

    private Counterfactual.Side play(Policy policy, int days) {
        return play(policy, days, Acceptance.ALL);
    }

    private Counterfactual.Side play(Policy policy, int days, Acceptance acceptance) {
        List<Fact> season = sorted();
        return new ReplayedSeason(season, policy, Habits.of(season, acceptance), FIRST, FIRST.plusDays(days - 1L))
                .play();
    }

    private List<Fact> sorted() {
        return facts.stream().sorted(Comparator.comparing(Fact::day)).toList();
    }

    private static Tally of(Counterfactual.Side side, PriorityAudience audience) {
        return side.audiences().stream()
                .filter(tally -> tally.audience() == audience)
                .findFirst()
                .orElseThrow();
    }

    private void need(int day, String id, PriorityAudience audience, int seats, LocalDate declared) {
        fact(
                day,
                new SeatsOpened(
                        "seats-" + id,
                        new QualifiedNeed(
                                "structure-0940176F",
                                "account-referente",
                                "94",
                                "24",
                                audience,
                                List.of(new SeatLine(
                                        1,
                                        seats,
                                        new PlaceProfile(
                                                LevelBand.COLLEGE_6_5, List.of(), List.of(), List.of(), List.of()))),
                                declared)));
    }

    private void mentor(int day, String id, int capacity) {
        fact(
                day,
                new LoadOpened(
                        "load-" + id,
                        new MentorProfile(true, "94", true, List.of(), List.of(), List.of(), List.of(), null, null),
                        capacity));
    }

    private void pair(int day, String proposal, String need, String mentor) {
        fact(day, new SeatReserved("seats-" + need, 1, 1, "mentor-" + mentor, "proposal-" + proposal, "x", NOON));
        fact(day, new CapacityReserved("load-" + mentor, "proposal-" + proposal, "x", NOON));
        fact(day, new SeatTaken("seats-" + need, 1, 1, "proposal-" + proposal, "pair-" + proposal));
        fact(day, new CapacityTaken("load-" + mentor, "proposal-" + proposal, "pair-" + proposal, null));
    }

    private void fact(int day, DomainEvent event) {
        facts.add(new Fact(FIRST.plusDays(day - 1L), event));
    }

    private static MatchProposed proposed(String proposal, String need, String mentor) {
        return new MatchProposed(
                "proposal-" + proposal,
                new PairTerms(
                        "need-" + need,
                        1,
                        1,
                        "mentor-" + mentor,
                        "structure-0940176F",
                        "account-referente",
                        "94",
                        "24",
                        LevelBand.COLLEGE_6_5.name(),
                        PriorityAudience.NONE.name(),
                        FIRST),
                Origin.RUN,
                "run-1",
                null,
                1,
                0,
                new Explanation(List.of(), List.of(), List.of(), null),
                NOON,
                NOON,
                null,
                null);
    }

    private static DomainEvent confirmed(String proposal, String need, String mentor) {
        return new MatchConfirmed(
                "proposal-" + proposal,
                "pair-" + proposal,
                new PairTerms(
                        "need-" + need,
                        1,
                        1,
                        "mentor-" + mentor,
                        "structure-0940176F",
                        "account-referente",
                        "94",
                        "24",
                        LevelBand.COLLEGE_6_5.name(),
                        PriorityAudience.NONE.name(),
                        FIRST),
                "account-referente",
                NOON);
    }

    private static Policy policy(Map<PriorityAudience, Integer> points, Map<PriorityAudience, Integer> floors) {
        return new Policy(0, 72, Set.of(HardRule.NOT_EXCLUDED), 60, Set.of(), points, 1, floors, Map.of(), 0, 0, 0);
    }
}
