package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
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
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclineUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialAnswered;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsReopened;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The invariants of matching (I2, I3, I7, I8, I9; nothing double, orphaned or lost), read from stored events alone, in the
 * order in which they were stored and without the deciders.
 */
final class Invariants {
    private final Map<String, Integer> seats = new HashMap<>();
    private final Map<String, Map<Integer, String>> seatHolders = new HashMap<>();
    private final Map<String, Integer> capacities = new HashMap<>();
    private final Map<String, Set<String>> loads = new HashMap<>();
    private final Set<String> excluded = new HashSet<>();
    private final Set<String> apart = new HashSet<>();
    private final Map<String, String> structures = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<String, String> pairs = new HashMap<>();
    private final Map<String, Set<String>> followed = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();

    private final Set<String> held = new HashSet<>();
    private final Set<String> inReview = new HashSet<>();
    private final Set<String> onProbation = new HashSet<>();
    private final Set<String> expired = new HashSet<>();
    private final Set<String> minors = new HashSet<>();
    private final Map<String, MatchProposed> proposed = new HashMap<>();

    private final int loadLimit;

    private Invariants(int loadLimit) {
        this.loadLimit = loadLimit;
    }

    /**
     * Fails where one of them is broken.
     *
     * @param loadLimit pairs that one référent may follow; 0 = no limit
     */
    static void hold(List<DomainEvent> history, int loadLimit) {
        Invariants told = new Invariants(loadLimit);
        history.forEach(told::hear);
        told.nothingIsOrphaned();
    }

    /** Fails where a line of an open need has a seat that nobody holds. */
    static void everySeatIsInUse(List<DomainEvent> history) {
        Invariants told = new Invariants(0);
        history.forEach(told::hear);
        told.seats.forEach((line, count) -> {
            int used = told.seatHolders.getOrDefault(line, Map.of()).size();
            need(
                    told.closed.contains(line.substring(0, line.indexOf('#'))) || used == count,
                    "lost seat on " + line + ": " + used + " of " + count);
        });
    }

    private void hear(DomainEvent event) {
        switch (event) {
            case SeatsOpened e -> {
                closed.remove(e.stream());
                structures.put(e.need(), e.qualified().structure());
                e.qualified().lines().forEach(l -> seats.put(e.stream() + "#" + l.line(), l.count()));
            }
            case LineCountRevised e -> {
                seats.put(line(e.stream(), e.line()), e.toCount());
                within(e.stream(), e.line());
            }
            case SeatReserved e -> {
                notApart(e.need(), e.mentor(), e);
                need(
                        !excluded.contains(line(e.stream(), e.line()) + e.mentor()),
                        "I7: proposed again after an exclusion: " + e);
                need(
                        seatHolders
                                        .computeIfAbsent(line(e.stream(), e.line()), _ -> new HashMap<>())
                                        .putIfAbsent(e.seat(), e.proposal())
                                == null,
                        "I3: a seat with two holders: " + e);
                within(e.stream(), e.line());
                if (e.prematching() == null) {
                    notKept(line(e.stream(), e.line()));
                } else {
                    need(kept.remove(e.prematching()) != null, "asked out of turn: " + e);
                    asked.put(e.proposal(), e.prematching());
                }
            }
            case SeatReleased e -> {
                need(
                        e.proposal()
                                .equals(seatHolders
                                        .getOrDefault(line(e.stream(), e.line()), new HashMap<>())
                                        .remove(e.seat())),
                        "a seat released that was not held: " + e);
                String prematching = asked.remove(e.proposal());
                if (prematching != null) {
                    kept.put(prematching, line(e.stream(), e.line()));
                }
            }
            case PairingExcluded e -> excluded.add(line(e.stream(), e.line()) + e.mentor());
            case ExclusionLifted e -> excluded.remove(line(e.stream(), e.line()) + e.mentor());
            case StructureExcluded e -> need(apart.add(e.mentor() + e.structure()), "kept apart twice: " + e);
            case StructureExclusionLifted e ->
                need(apart.remove(e.mentor() + e.structure()), "lifted and not kept apart: " + e);
            case SeatsClosed e -> closed.add(e.stream());
            case SeatsReopened e -> need(closed.remove(e.stream()), "reopened and not closed: " + e);
            case ProposalDeclineUndone e ->
                need(decided.remove(e.stream()) && open.add(e.stream()), "not decided: " + e);
            case MatchUndone e -> {
                need(decided.remove(e.stream()) && open.add(e.stream()), "not decided: " + e);
                need(e.pair().equals(pairs.remove(e.stream())), "not that pair: " + e);
                confirmed.remove(e.stream());
            }
            case LoadOpened e -> {
                capacities.put(e.stream(), e.capacity());
                expired.remove(e.stream());
                minors.remove(e.mentor());
                if (!e.profile().adult()) {
                    minors.add(e.mentor());
                }
            }
            case ProbationBegun e -> need(onProbation.add(e.pair()), "a probation begun twice: " + e);
            case PairPassedOn _, NeedPassedOn _ -> {}
            case ProbationEnded e -> need(onProbation.remove(e.pair()), "ended and not on probation: " + e);
            case HeldForReview e -> need(inReview.add(e.stream()), "a review begun twice: " + e);
            case ReviewEnded e -> need(inReview.remove(e.stream()), "ended and not in review: " + e);
            case ProofExpired e -> need(expired.add(e.stream()), "an expiry told twice: " + e);
            case ProofRenewed e -> need(expired.remove(e.stream()), "renewed and not expired: " + e);
            case CapacityReserved e -> {
                Set<String> used = loads.computeIfAbsent(e.stream(), _ -> new HashSet<>());
                need(used.add(e.proposal()), "a capacity reserved twice: " + e);
                need(used.size() <= capacities.getOrDefault(e.stream(), 0), "I3: above the capacity: " + e);
                mayMeet(e.stream(), e);
            }
            case CapacityTaken e -> mayMeet(e.stream(), e);
            case ProposalAcceptedByMentor e -> {
                notApart(e.need(), e.mentor(), e);
                mayMeet(StreamIds.loadOf(e.mentor()), e);
            }
            case TrialAnswered e -> {
                MatchProposed tried = proposed.get(e.stream());
                if (tried != null && e.fit() != TrialOpinion.POOR) {
                    notApart(tried.terms().need(), tried.terms().mentor(), e);
                    mayMeet(StreamIds.loadOf(tried.terms().mentor()), e);
                }
            }
            case MentorHeld e -> held.add(e.stream());
            case MentorReleased e -> need(held.remove(e.stream()), "released and not held back: " + e);
            case CapacityReleased e ->
                need(
                        loads.getOrDefault(e.stream(), new HashSet<>()).remove(e.proposal()),
                        "a capacity released that was not held: " + e);
            case PreMatchingAsked e -> {
                kept.put(e.prematching(), line(e.stream(), e.line()));
                notKept(line(e.stream(), e.line()));
            }
            case PreMatchingEnded e -> {
                kept.remove(e.prematching());
                asked.values().remove(e.prematching());
            }
            case PairAssigned e -> {
                Set<String> own = followed.computeIfAbsent(e.stream(), _ -> new HashSet<>());
                need(loadLimit == 0 || e.override() != null || own.size() < loadLimit, "I9: above the limit: " + e);
                need(
                        followed.values().stream().noneMatch(all -> all.contains(e.pair())) && own.add(e.pair()),
                        "I9: a pair with two référents: " + e);
            }
            case PairUnassigned e ->
                need(
                        followed.getOrDefault(e.stream(), new HashSet<>()).remove(e.pair()),
                        "a pair given back that was not followed: " + e);
            case MatchProposed e -> {
                proposed.put(e.stream(), e);
                ofAge(e.terms().mentor(), LevelBand.valueOf(e.terms().levelBand()), e);
                open.add(e.stream());
            }
            case MatchConfirmed e -> {
                notApart(e.terms().need(), e.terms().mentor(), e);
                ofAge(e.terms().mentor(), LevelBand.valueOf(e.terms().levelBand()), e);
                decide(e.stream());
                confirmed.add(e.stream());
                pairs.put(e.stream(), e.pair());
            }
            case ProposalDeclined e -> decide(e.stream());
            case ProposalExpired e -> decide(e.stream());
            default -> {
                // changes nothing that is counted here
            }
        }
    }

    /** No way leads to a structure from which somebody keeps the mentor apart. */
    private void notApart(String need, String mentor, DomainEvent e) {
        need(!apart.contains(mentor + structures.get(need)), "I7: with a structure kept apart: " + e);
    }

    /** Neither held back nor without a proof that counts. */
    private void mayMeet(String load, DomainEvent e) {
        need(!held.contains(load), "with a mentor who is held back: " + e);
        need(!inReview.contains(load), "with a mentor whose file is looked into: " + e);
        need(!expired.contains(load), "with a mentor without a proof that counts: " + e);
    }

    private void ofAge(String mentor, LevelBand level, DomainEvent e) {
        need(!minors.contains(mentor) || level.compareTo(LevelBand.LYCEE_GT) < 0, "a minor for a lycée: " + e);
    }

    private void decide(String proposal) {
        need(decided.add(proposal) && open.remove(proposal), "I8: decided twice: " + proposal);
    }

    private void within(String stream, int line) {
        String key = line(stream, line);
        int used = seatHolders.getOrDefault(key, Map.of()).size();
        need(used <= seats.getOrDefault(key, 0), "I2: more in use than the line has: " + key);
    }

    private void notKept(String line) {
        long waiting = kept.values().stream().filter(line::equals).count();
        int count = seats.getOrDefault(line, 0);
        int used = seatHolders.getOrDefault(line, Map.of()).size();
        need(used + waiting <= count, "a seat given away that was kept: " + line);
    }

    /** A reservation without its proposal, or an open proposal without both its reservations. */
    private void nothingIsOrphaned() {
        List<String> held = new ArrayList<>();
        seatHolders.values().forEach(line -> held.addAll(line.values()));
        Set<String> heldSeats = new HashSet<>(held);
        Set<String> heldLoads = new HashSet<>();
        loads.values().forEach(heldLoads::addAll);
        need(heldSeats.containsAll(open), "an open proposal without its seat");
        need(heldLoads.containsAll(open), "an open proposal without its capacity");
        heldSeats.removeAll(open);
        heldLoads.removeAll(open);
        need(confirmed.containsAll(heldSeats), "a seat held by nobody: " + heldSeats);
        need(confirmed.containsAll(heldLoads), "a capacity held by nobody: " + heldLoads);
        Set<String> living = new HashSet<>();
        heldLoads.forEach(proposal -> living.add(pairs.get(proposal)));
        Set<String> all = new HashSet<>();
        followed.values().forEach(all::addAll);
        need(all.equals(living), "I9: pairs that live " + living + ", pairs that are followed " + all);
    }

    private static String line(String stream, int line) {
        return stream + "#" + line;
    }

    private static void need(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
