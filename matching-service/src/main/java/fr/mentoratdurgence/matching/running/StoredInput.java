package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.proposing.Days;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.FreeMentor;
import fr.mentoratdurgence.matching.proposing.FreeSeats;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is free, folded from stored events alone, by the deciders' own memory: for runs and their repetition, the plan
 * that keeps up and the choice by hand. No read model has a part in it, so a run can be repeated as of any position.
 */
final class StoredInput {
    private final Map<String, FreeSeats> needs = new LinkedHashMap<>();
    private final Map<String, FreeMentor> mentors = new LinkedHashMap<>();
    private final Set<Pairing> exclusions = new HashSet<>();
    private final Map<Integer, Policy> policies = new HashMap<>();
    private int inForce;

    /** One more event, in the order of the store. */
    void hear(DomainEvent event) {
        switch (event) {
            case SeatsEvent e -> {
                needs.computeIfAbsent(e.need(), _ -> new FreeSeats()).hear(e);
                if (e instanceof PairingExcluded excluded) {
                    exclusions.add(new Pairing(e.need(), excluded.line(), excluded.mentor()));
                } else if (e instanceof ExclusionLifted lifted) {
                    exclusions.remove(new Pairing(e.need(), lifted.line(), lifted.mentor()));
                }
            }
            case LoadEvent e -> hear(e);
            case PolicyPublished e -> policies.put(e.version(), e.content().policy(e.version()));
            case PolicyActivated e -> inForce = e.version();
            default -> {
                // proposals, runs and référents change nothing that a run is given
            }
        }
    }

    private void hear(LoadEvent event) {
        FreeMentor known = mentors.get(event.mentor());
        if (known != null) {
            known.hear(event);
        } else if (event instanceof LoadOpened opened) {
            mentors.put(event.mentor(), new FreeMentor(opened));
        } else {
            throw new IllegalStateException("a load that was never opened: " + event.stream());
        }
    }

    /** The version in force; 0 = none yet. */
    int policyInForce() {
        return inForce;
    }

    /** The lines of a need, also those that have no free seat. */
    List<WaitingLine> lines(String need, LocalDate today) {
        FreeSeats seats = needs.get(need);
        return seats == null
                ? List.of()
                : seats.lines().stream().map(line -> line.waiting(today)).toList();
    }

    /** Lines that have free seats, the longest wait first. */
    List<FreeLine> waiting() {
        return needs.values().stream()
                .flatMap(need -> need.lines().stream())
                .filter(line -> line.free() > 0)
                .sorted(Comparator.comparing(FreeLine::declaredOn)
                        .thenComparing(FreeLine::need)
                        .thenComparingInt(FreeLine::line))
                .toList();
    }

    /** Whether the mentor was ever activated. */
    boolean knows(String id) {
        return mentors.containsKey(id);
    }

    /** A mentor who has not left, barred or not, with what is free. */
    Optional<Candidate> active(String id, LocalDate today) {
        return Optional.ofNullable(mentors.get(id))
                .filter(FreeMentor::active)
                .map(mentor -> candidate(id, mentor, today));
    }

    /** A mentor to whom something may be proposed, with what is free. */
    Optional<Candidate> candidate(String id, LocalDate today) {
        return Optional.ofNullable(mentors.get(id))
                .filter(FreeMentor::proposable)
                .map(mentor -> candidate(id, mentor, today));
    }

    /** Mentors with what is free of them. */
    List<Candidate> mentors(Predicate<FreeMentor> which, LocalDate today) {
        List<Candidate> candidates = new ArrayList<>();
        mentors.forEach((id, mentor) -> {
            if (which.test(mentor)) {
                candidates.add(candidate(id, mentor, today));
            }
        });
        return candidates;
    }

    /** Pairings that are out of the question, as of now: lines, and all lines of structures. */
    Set<Pairing> exclusions() {
        Set<Pairing> all = new HashSet<>(exclusions);
        keptApart()
                .forEach((structure, kept) -> linesOf(structure)
                        .forEach(line ->
                                kept.forEach(mentor -> all.add(new Pairing(line.need(), line.line(), mentor)))));
        return all;
    }

    /** The same of one line. */
    Set<Pairing> exclusions(FreeLine line) {
        Set<Pairing> own = exclusions.stream()
                .filter(excluded ->
                        excluded.line() == line.line() && excluded.need().equals(line.need()))
                .collect(Collectors.toCollection(HashSet::new));
        keptApart()
                .getOrDefault(line.structure(), Set.of())
                .forEach(mentor -> own.add(new Pairing(line.need(), line.line(), mentor)));
        return own;
    }

    /** The same of one need. */
    Set<Pairing> exclusions(String need) {
        FreeSeats seats = needs.get(need);
        return seats == null
                ? Set.of()
                : seats.lines().stream()
                        .flatMap(line -> exclusions(line).stream())
                        .collect(Collectors.toSet());
    }

    /** The lines of a structure, also those that have no free seat. */
    Stream<FreeLine> linesOf(String structure) {
        return needs.values().stream()
                .flatMap(need -> need.lines().stream())
                .filter(line -> line.structure().equals(structure));
    }

    /** Mentors who are not proposed to a structure, by structure. */
    private Map<String, Set<String>> keptApart() {
        Map<String, Set<String>> apart = new HashMap<>();
        mentors.forEach((id, mentor) -> mentor.excludedFrom()
                .forEach(structure ->
                        apart.computeIfAbsent(structure, _ -> new HashSet<>()).add(id)));
        return apart;
    }

    /** What the engine is given. */
    Problem problem(LocalDate today, int policyVersion, long seed) {
        Policy policy = policies.get(policyVersion);
        if (policy == null) {
            throw new IllegalStateException("policy " + policyVersion + " was never published");
        }
        return problem(waiting(), today, policy, seed);
    }

    /** The same for some lines, under a policy that need not be published. */
    Problem problem(List<FreeLine> lines, LocalDate today, Policy policy, long seed) {
        return new Problem(
                lines.stream().map(line -> line.waiting(today)).toList(),
                mentors(FreeMentor::proposable, today),
                exclusions(),
                policy,
                seed);
    }

    private static Candidate candidate(String id, FreeMentor mentor, LocalDate today) {
        return new Candidate(
                id, mentor.profile(), mentor.free(), Days.since(mentor.profile().activeSince(), today));
    }
}
