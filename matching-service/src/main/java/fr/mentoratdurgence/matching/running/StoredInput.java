package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.Days;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to know, folded from stored events alone: no read model has a part in it, so a run can be repeated as
 * of any position.
 */
final class StoredInput {

    private static final class Line {
        final SeatsOpened need;
        final SeatsEvent.SeatLine asked;
        int count;
        final Set<Integer> used = new HashSet<>();
        final Set<String> kept = new HashSet<>();

        Line(SeatsOpened need, SeatsEvent.SeatLine asked) {
            this.need = need;
            this.asked = asked;
            this.count = asked.count();
        }

        int free() {
            return Math.max(0, count - used.size() - kept.size());
        }
    }

    private static final class Mentor {
        MentorProfile profile;
        int capacity;
        boolean open = true;
        boolean held;
        boolean inReview;
        boolean proven = true;
        final Set<String> used = new HashSet<>();

        boolean proposable() {
            return open && proven && !held && !inReview;
        }

        Mentor(MentorProfile profile, int capacity) {
            this.profile = profile;
            this.capacity = capacity;
        }
    }

    private final Map<String, Map<Integer, Line>> needs = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Mentor> mentors = new LinkedHashMap<>();
    private final Set<Pairing> exclusions = new HashSet<>();
    private final Map<String, String> asked = new HashMap<>();
    private final Map<Integer, Policy> policies = new HashMap<>();
    private int inForce;

    /** One more event, in the order of the store. */
    void hear(DomainEvent event) {
        switch (event) {
            case SeatsEvent e -> hear(e);
            case LoadEvent e -> hear(e);
            case PolicyEvent e -> hear(e);
            default -> {
                // proposals, runs and référents change nothing that a run is given
            }
        }
    }

    /** The version in force; 0 = none yet. */
    int policyInForce() {
        return inForce;
    }

    /** The lines of a need, also those that have no free seat. */
    List<WaitingLine> lines(String need, LocalDate today) {
        return needs.getOrDefault(need, Map.of()).values().stream()
                .map(line -> waiting(need, line, today))
                .toList();
    }

    /** A mentor with what is free; null = not active, without a proof that counts, or held back. */
    @Nullable
    Candidate candidate(String id, LocalDate today) {
        Mentor mentor = mentors.get(id);
        return mentor == null || !mentor.proposable() ? null : candidate(id, mentor, today);
    }

    /** What the engine is given. */
    Problem problem(LocalDate today, int policyVersion, long seed) {
        List<WaitingLine> lines = new ArrayList<>();
        needs.forEach((need, all) -> all.values().stream()
                .map(line -> waiting(need, line, today))
                .filter(line -> line.seats() > 0)
                .forEach(lines::add));
        List<Candidate> candidates = new ArrayList<>();
        mentors.forEach((id, mentor) -> {
            if (mentor.proposable()) {
                candidates.add(candidate(id, mentor, today));
            }
        });
        Policy policy = policies.get(policyVersion);
        if (policy == null) {
            throw new IllegalStateException("policy " + policyVersion + " was never published");
        }
        return new Problem(lines, candidates, exclusions, policy, seed);
    }

    private static Candidate candidate(String id, Mentor mentor, LocalDate today) {
        return new Candidate(
                id,
                mentor.profile,
                Math.max(0, mentor.capacity - mentor.used.size()),
                Days.since(mentor.profile.activeSince(), today));
    }

    private WaitingLine waiting(String need, Line line, LocalDate today) {
        return new WaitingLine(
                need,
                line.asked.line(),
                line.asked.profile(),
                line.need.departement(),
                line.need.priorityAudience(),
                Days.since(line.need.declaredOn(), today),
                closed.contains(need) ? 0 : line.free());
    }

    private void hear(SeatsEvent event) {
        switch (event) {
            case SeatsOpened e -> {
                Map<Integer, Line> lines = new LinkedHashMap<>();
                e.lines().forEach(l -> lines.put(l.line(), new Line(e, l)));
                needs.put(e.need(), lines);
            }
            case SeatReserved e -> {
                Line line = line(e.need(), e.line());
                line.used.add(e.seat());
                if (e.prematching() != null) {
                    line.kept.remove(e.prematching());
                    asked.put(e.proposal(), e.prematching());
                }
            }
            case SeatReleased e -> {
                Line line = line(e.need(), e.line());
                line.used.remove(e.seat());
                String prematching = asked.remove(e.proposal());
                if (prematching != null) {
                    line.kept.add(prematching);
                }
            }
            case PreMatchingAsked e -> line(e.need(), e.line()).kept.add(e.prematching());
            case PreMatchingEnded e -> {
                line(e.need(), e.line()).kept.remove(e.prematching());
                asked.values().remove(e.prematching());
            }
            case PairingExcluded e -> exclusions.add(new Pairing(e.need(), e.line(), e.mentor()));
            case LineCountRevised e -> line(e.need(), e.line()).count = e.toCount();
            case SeatsClosed e -> closed.add(e.need());
            case SeatTaken _, ReplacementQueued _ -> {
                // the seat is in use, or free again, already
            }
        }
    }

    private void hear(LoadEvent event) {
        switch (event) {
            case LoadOpened e -> {
                Mentor mentor = mentors.computeIfAbsent(e.mentor(), _ -> new Mentor(e.profile(), e.capacity()));
                mentor.profile = e.profile();
                mentor.capacity = e.capacity();
                mentor.open = true;
                mentor.proven = true;
            }
            case CapacityReserved e -> mentor(e).used.add(e.proposal());
            case CapacityReleased e -> mentor(e).used.remove(e.proposal());
            case MentorHeld e -> mentor(e).held = true;
            case MentorReleased e -> mentor(e).held = false;
            case HeldForReview e -> mentor(e).inReview = true;
            case ReviewEnded e -> mentor(e).inReview = false;
            case ProofExpired e -> mentor(e).proven = false;
            case ProofRenewed e -> mentor(e).proven = true;
            case LoadClosed e -> mentor(e).open = false;
            case CapacityTaken _ -> {
                // the capacity is in use already
            }
        }
    }

    private void hear(PolicyEvent event) {
        switch (event) {
            case PolicyPublished e -> policies.put(e.version(), e.content().policy(e.version()));
            case PolicyActivated e -> inForce = e.version();
        }
    }

    private Line line(String need, int line) {
        Line found = needs.getOrDefault(need, Map.of()).get(line);
        if (found == null) {
            throw new IllegalStateException("a line that was never opened: " + need);
        }
        return found;
    }

    private Mentor mentor(LoadEvent event) {
        Mentor found = mentors.get(event.mentor());
        if (found == null) {
            throw new IllegalStateException("a load that was never opened: " + event.stream());
        }
        return found;
    }
}
