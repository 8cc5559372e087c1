package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.LivePlan;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Plan;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.engine.WeightsOverflow;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.FactLog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The best plan for what is free in this moment, kept the best while needs and mentors come and go: every new event of
 * the store repairs it. One per instance, in memory; folded from the store when the instance starts. It shows what a run
 * would bring and decides nothing: a run reads for itself.
 *
 * <p>A day adds a day to every wait, a policy replaces every weight, and a run touches everything at once: then the plan
 * is made anew, when somebody looks.
 */
public final class LiveMatching {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMatching.class);
    private static final int MOST_REPAIRS = 300; // at once; a fresh plan is quicker then
    private static final int RESTS_PER_LOOK = 5;

    private final Clock clock;

    private final StoreReader store;

    private @Nullable LivePlan plan;
    private final Set<LineId> linesOfPlan = new HashSet<>();
    private final Map<String, MentorProfile> mentorsOfPlan = new HashMap<>();
    private LocalDate dayOfPlan = LocalDate.EPOCH;
    private int policyOfPlan;
    private @Nullable LiveView view;
    private long lookedAt;
    private long lookTook;

    LiveMatching(FactLog store, Clock clock) {
        this.store = new StoreReader(store);
        this.clock = clock;
    }

    /** So many stored events are known. */
    public synchronized long events() {
        return store.heard();
    }

    /**
     * What a run would bring now; empty where the points of the policy are too large to tell, and until the store was
     * read once. Where it takes long to find out, the answer may be a little old: watching must not cost more than
     * working.
     */
    public synchronized Optional<LiveView> view() {
        return view(RESTS_PER_LOOK);
    }

    /** The same, never old. */
    synchronized Optional<LiveView> exactView() {
        return view(0);
    }

    private Optional<LiveView> view(int rests) {
        LocalDate today = OperationDay.of(clock.instant());
        if (!dayOfPlan.equals(today) || policyOfPlan != store.input().policyInForce()) {
            forget();
        }
        if (!store.caughtUp() || store.input().policyInForce() == 0) {
            return Optional.empty();
        }
        try {
            LiveView current = view;
            if (current == null
                    || (current.events() != store.heard() && System.nanoTime() - lookedAt >= rests * lookTook)) {
                long begin = System.nanoTime();
                if (plan == null) {
                    build(today);
                }
                current = look(Objects.requireNonNull(plan));
                view = current;
                lookedAt = System.nanoTime();
                lookTook = lookedAt - begin;
            }
            return Optional.of(current);
        } catch (WeightsOverflow overflow) {
            forget();
            return Optional.empty();
        }
    }

    /** Hears what is new in the store. */
    void follow() {
        int portion;
        do {
            synchronized (this) {
                portion = hearNew();
            }
        } while (portion == StoreReader.PORTION);
    }

    /** As much of the store as was read, at one moment. */
    record Known(StoredInput input, long position, List<Long> gaps) {}

    /** Looks at all that is stored in this moment. */
    <T> T known(Function<Known, T> look) {
        follow();
        synchronized (this) {
            return look.apply(new Known(store.input(), store.position(), store.gaps()));
        }
    }

    private int hearNew() {
        List<DomainEvent> fresh;
        try {
            fresh = store.next();
        } catch (RuntimeException broken) {
            if (store.heard() == 0) {
                forget();
            }
            throw broken;
        }
        repair(fresh);
        return fresh.size();
    }

    private void forget() {
        dropPlan();
        view = null;
    }

    private void dropPlan() {
        plan = null;
        linesOfPlan.clear();
        mentorsOfPlan.clear();
    }

    private void build(LocalDate today) {
        Problem problem = store.input().problem(today, store.input().policyInForce(), 0);
        plan = LivePlan.of(problem);
        problem.lines().forEach(line -> linesOfPlan.add(line.id()));
        problem.mentors().forEach(mentor -> mentorsOfPlan.put(mentor.mentor(), mentor.profile()));
        dayOfPlan = today;
        policyOfPlan = problem.policy().version();
    }

    // ---------------------------------------------------------------- repair

    private void repair(List<DomainEvent> fresh) {
        LivePlan current = plan;
        if (current == null) {
            return;
        }
        Set<String> needs = new LinkedHashSet<>();
        Set<String> mentors = new LinkedHashSet<>();
        Set<Pairing> exclusions = new LinkedHashSet<>();
        for (DomainEvent event : fresh) {
            switch (event) {
                case PairingExcluded e -> exclusions.add(new Pairing(e.need(), e.line(), e.mentor()));
                case StructureExcluded e ->
                    store.input()
                            .linesOf(e.structure())
                            .forEach(line -> exclusions.add(new Pairing(line.need(), line.line(), e.mentor())));
                case SeatsOpened e -> {
                    needs.add(e.need());
                    exclusions.addAll(store.input().exclusions(e.need()));
                }
                case ExclusionLifted _, StructureExclusionLifted _ -> {
                    dropPlan(); // a plan forgets no exclusion
                    return;
                }
                case SeatsEvent e -> needs.add(e.need());
                case LoadEvent e -> mentors.add(e.mentor());
                default -> {
                    // changes nothing that is free
                }
            }
        }
        if (needs.size() + mentors.size() + exclusions.size() > MOST_REPAIRS) {
            dropPlan();
            return;
        }
        try {
            exclusions.forEach(current::exclude);
            needs.forEach(need -> store.input().lines(need, dayOfPlan).forEach(line -> repair(current, line)));
            mentors.forEach(mentor -> repair(
                    current, mentor, store.input().candidate(mentor, dayOfPlan).orElse(null)));
        } catch (RuntimeException broken) {
            // the store is right, whatever became of the plan
            LOG.warn("the plan could not be repaired and is made anew", broken);
            forget();
        }
    }

    private void repair(LivePlan current, WaitingLine line) {
        if (linesOfPlan.contains(line.id())) {
            current.setSeats(line.need(), line.line(), line.seats());
        } else if (line.seats() > 0) {
            current.addLine(line);
            linesOfPlan.add(line.id());
        }
    }

    private void repair(LivePlan current, String id, @Nullable Candidate mentor) {
        MentorProfile known = mentorsOfPlan.get(id);
        if (known != null && (mentor == null || !known.equals(mentor.profile()))) {
            current.removeMentor(id);
            mentorsOfPlan.remove(id);
        }
        if (mentor != null) {
            if (mentorsOfPlan.putIfAbsent(id, mentor.profile()) == null) {
                current.addMentor(mentor);
            } else {
                current.setCapacity(id, mentor.capacity());
            }
        }
    }

    // ---------------------------------------------------------------- look

    private LiveView look(LivePlan current) {
        Map<LineId, Integer> byLine = new HashMap<>();
        for (Plan.Pair pair : current.plan().pairs()) {
            byLine.merge(pair.id(), pair.seats(), Integer::sum);
        }
        ExplainedPlan outcome = current.reasons();
        Map<LineId, WhyWaiting> waiting = new HashMap<>();
        outcome.waiting().forEach(w -> waiting.put(w.id(), w.why()));
        int seats = outcome.fairness().stream()
                .mapToInt(ExplainedPlan.Fairness::seats)
                .sum();
        int served = outcome.fairness().stream()
                .mapToInt(ExplainedPlan.Fairness::served)
                .sum();
        return new LiveView(
                store.heard(),
                policyOfPlan,
                seats,
                served,
                Map.copyOf(byLine),
                Map.copyOf(waiting),
                outcome.value(),
                outcome.fairness(),
                outcome.hints());
    }
}
