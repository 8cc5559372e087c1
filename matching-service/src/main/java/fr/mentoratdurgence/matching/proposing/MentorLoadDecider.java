package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.LoadCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.LoadCommand.CloseLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndPairOfLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndProbation;
import fr.mentoratdurgence.matching.proposing.LoadCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.LoadCommand.Exclude;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ExcludeStructure;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.LoadCommand.GiveBackCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.Hold;
import fr.mentoratdurgence.matching.proposing.LoadCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.LoadCommand.LiftStructureExclusion;
import fr.mentoratdurgence.matching.proposing.LoadCommand.OpenLoad;
import fr.mentoratdurgence.matching.proposing.LoadCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.LoadCommand.Release;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ReleaseCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.LoadCommand.ReserveCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.RestoreCapacity;
import fr.mentoratdurgence.matching.proposing.LoadCommand.TakeCapacity;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityGivenBack;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.PairPassedOn;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationBegun;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExclusionLifted;
import fr.mentoratdurgence.matching.proposing.MentorLoad.Active;
import fr.mentoratdurgence.matching.proposing.MentorLoad.Inactive;
import fr.mentoratdurgence.matching.proposing.MentorLoad.Use;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of loads: pairs and reservations of a mentor never exceed the capacity (I3). */
final class MentorLoadDecider {
    static final Decider<LoadCommand, MentorLoad, LoadEvent> LOAD =
            new Decider<>("MentorLoad", new Inactive(), MentorLoadDecider::decide, MentorLoadDecider::evolve);

    private MentorLoadDecider() {}

    private record Case(MentorLoad load, LoadCommand command) {}

    private static List<LoadEvent> decide(LoadCommand command, MentorLoad load) {
        return switch (new Case(load, command)) {
            case Case(Inactive _, OpenLoad c) -> List.of(opened(c));
            case Case(Active active, OpenLoad c) -> active.closed() ? List.of(opened(c)) : List.of();
            case Case(Active active, ReserveCapacity c) -> reserve(active, c);
            case Case(Active active, TakeCapacity c) -> take(active, c);
            case Case(Active active, ReleaseCapacity c) ->
                List.of(new CapacityReleased(active.stream(), held(active, c.proposal())));
            case Case(Active active, EndPairOfLoad c) -> endPair(active, c);
            case Case(Active active, RestoreCapacity c) -> restore(active, c);
            case Case(Active active, GiveBackCapacity c) -> {
                Use use = active.used().get(held(active, c.proposal()));
                yield use != null && c.pair().equals(use.pair())
                        ? List.of(new CapacityGivenBack(active.stream(), c.proposal(), c.pair()))
                        : List.of();
            }
            case Case(Active active, PassPairOn c) ->
                active.referentOf(c.pair())
                                .filter(before -> !before.equals(c.referent()))
                                .isPresent()
                        ? List.of(new PairPassedOn(active.stream(), c.pair(), c.referent()))
                        : List.of();
            case Case(Active active, Hold c) -> hold(active, c);
            case Case(Active active, Exclude c) -> exclude(active, c);
            case Case(Active active, Release c) -> release(active, c);
            case Case(Active active, ExpireProof c) ->
                active.proven() ? List.of(new ProofExpired(active.stream(), c.expiredOn())) : List.of();
            case Case(Active active, RenewProof c) ->
                active.proven() ? List.of() : List.of(new ProofRenewed(active.stream(), c.renewedOn()));
            case Case(Active active, HoldForReview c) ->
                active.inReview() ? List.of() : List.of(new HeldForReview(active.stream(), c.heldOn()));
            case Case(Active active, EndReview c) ->
                active.inReview() ? List.of(new ReviewEnded(active.stream(), c.endedOn())) : List.of();
            case Case(Active active, BeginProbation c) ->
                active.onProbation(c.pair())
                        ? List.of()
                        : List.of(new ProbationBegun(active.stream(), c.pair(), c.begunOn()));
            case Case(Active active, EndProbation c) ->
                active.onProbation(c.pair())
                        ? List.of(new ProbationEnded(active.stream(), c.pair(), c.endedOn()))
                        : List.of();
            case Case(Active active, ExcludeStructure c) ->
                active.structures().contains(c.structure())
                        ? List.of()
                        : List.of(new StructureExcluded(
                                active.stream(), c.structure(), c.departement(), c.reason(), c.by()));
            case Case(Active active, LiftStructureExclusion c) -> lift(active, c);
            case Case(Active active, CloseLoad _) ->
                active.closed() ? List.of() : List.of(new LoadClosed(active.stream()));

            case Case(Inactive _, CloseLoad _),
                    Case(Inactive _, ExpireProof _),
                    Case(Inactive _, RenewProof _),
                    Case(Inactive _, HoldForReview _),
                    Case(Inactive _, BeginProbation _),
                    Case(Inactive _, EndProbation _),
                    Case(Inactive _, PassPairOn _),
                    Case(Inactive _, EndReview _) -> List.of(); // nothing was to be proposed
            case Case(Inactive _, ReserveCapacity _),
                    Case(Inactive _, TakeCapacity _),
                    Case(Inactive _, ReleaseCapacity _),
                    Case(Inactive _, EndPairOfLoad _),
                    Case(Inactive _, RestoreCapacity _),
                    Case(Inactive _, GiveBackCapacity _),
                    Case(Inactive _, Hold _),
                    Case(Inactive _, Exclude _),
                    Case(Inactive _, ExcludeStructure _),
                    Case(Inactive _, LiftStructureExclusion _),
                    Case(Inactive _, Release _) -> throw new Rejection(LoadRejection.NO_SUCH_MENTOR);
        };
    }

    private static MentorLoad evolve(MentorLoad load, LoadEvent event) {
        if (event instanceof LoadOpened e) {
            // who is held back stays so, also after leaving and coming again
            return load instanceof Active before
                    ? new Active(
                            e.stream(),
                            e.profile().adult(),
                            e.capacity(),
                            false,
                            before.used(),
                            before.held(),
                            before.structures(),
                            true)
                    : new Active(
                            e.stream(), e.profile().adult(), e.capacity(), false, Map.of(), Set.of(), Set.of(), true);
        }
        if (!(load instanceof Active active)) {
            throw new IllegalStateException("a load that was never opened: " + event.stream());
        }
        return switch (event) {
            case LoadOpened _ -> active;
            case CapacityReserved e -> active.with(e.proposal(), new Use(null, null, e.by(), e.reservedAt()));
            case CapacityTaken e -> {
                Use use = active.used().get(e.proposal());
                yield use == null
                        ? active
                        : active.with(e.proposal(), new Use(e.pair(), e.referent(), use.by(), use.at()));
            }
            case CapacityGivenBack e -> {
                Use use = active.used().get(e.proposal());
                yield use == null ? active : active.with(e.proposal(), new Use(null, null, use.by(), use.at()));
            }
            case PairPassedOn e -> active.passedOn(e.pair(), e.referent());
            case CapacityReleased e -> active.without(e.proposal());
            case MentorHeld e -> active.holding(e.pair());
            case MentorExcluded _ -> active.excluding();
            case MentorReleased _ -> active.released();
            case HeldForReview _ -> active.holding(Active.REVIEW);
            case ReviewEnded _ -> active.reviewed();
            case ProbationBegun e -> active.holding(Active.probation(e.pair()));
            case ProbationEnded e -> active.probationOver(e.pair());
            case StructureExcluded e -> active.excludedFrom(e.structure());
            case StructureExclusionLifted e -> active.readmittedTo(e.structure());
            case ProofExpired _ -> active.proving(false);
            case ProofRenewed _ -> active.proving(true);
            case LoadClosed _ -> active.closing();
        };
    }

    private static LoadOpened opened(OpenLoad c) {
        return new LoadOpened(StreamIds.loadOf(c.mentor()), c.profile(), c.capacity());
    }

    private static List<LoadEvent> reserve(Active active, ReserveCapacity c) {
        if (active.closed()) {
            throw new Rejection(LoadRejection.MENTOR_WITHDREW);
        }
        if (active.used().size() >= active.capacity()) {
            throw active.used().values().stream()
                    .max(Comparator.comparing(Use::at).thenComparing(Use::by))
                    .map(last -> new Rejection(LoadRejection.NO_FREE_CAPACITY, Winner.details(last.by(), last.at())))
                    .orElseGet(() -> new Rejection(LoadRejection.NO_SUCH_MENTOR));
        }
        return List.of(new CapacityReserved(active.stream(), c.proposal(), c.by(), c.at()));
    }

    private static List<LoadEvent> take(Active active, TakeCapacity c) {
        Use use = active.used().get(held(active, c.proposal()));
        if (use == null || use.pair() != null) {
            throw new Rejection(LoadRejection.CAPACITY_NOT_HELD);
        }
        return List.of(new CapacityTaken(active.stream(), c.proposal(), c.pair(), c.referent()));
    }

    /** A reservation only where there is room; a pair lives, and may make the mentor carry one more than offered. */
    private static List<LoadEvent> restore(Active active, RestoreCapacity c) {
        if (active.used().containsKey(c.proposal())) {
            return List.of();
        }
        CapacityReserved reserved = new CapacityReserved(active.stream(), c.proposal(), c.by(), c.at());
        if (c.pair() != null) {
            return List.of(reserved, new CapacityTaken(active.stream(), c.proposal(), c.pair(), c.referent()));
        }
        if (active.closed() || active.used().size() >= active.capacity()) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        return List.of(reserved);
    }

    private static List<LoadEvent> endPair(Active active, EndPairOfLoad c) {
        return active.used().entrySet().stream()
                .filter(use -> c.pair().equals(use.getValue().pair()))
                .<LoadEvent>map(use -> new CapacityReleased(active.stream(), use.getKey()))
                .toList();
    }

    private static List<LoadEvent> hold(Active active, Hold c) {
        return active.held().contains(c.pair())
                ? List.of()
                : List.of(new MentorHeld(active.stream(), c.need(), c.pair(), c.reason(), c.by(), c.at()));
    }

    private static List<LoadEvent> release(Active active, Release c) {
        if (active.heldFor().isEmpty()) {
            throw new Rejection(LoadRejection.MENTOR_NOT_HELD);
        }
        return List.of(new MentorReleased(active.stream(), c.reason(), c.by(), c.at()));
    }

    private static List<LoadEvent> exclude(Active active, Exclude c) {
        if (active.heldFor().isEmpty()) {
            throw new Rejection(LoadRejection.MENTOR_NOT_HELD);
        }
        return List.of(new MentorExcluded(active.stream(), c.reason(), c.by(), c.at()));
    }

    private static List<LoadEvent> lift(Active active, LiftStructureExclusion c) {
        if (!active.structures().contains(c.structure())) {
            throw new Rejection(LoadRejection.STRUCTURE_NOT_EXCLUDED);
        }
        return List.of(new StructureExclusionLifted(active.stream(), c.structure(), c.reason(), c.by()));
    }

    private static String held(Active active, String proposal) {
        if (!active.used().containsKey(proposal)) {
            throw new Rejection(LoadRejection.CAPACITY_NOT_HELD);
        }
        return proposal;
    }
}
