package fr.mentoratdurgence.matching.running;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Plan;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExclusionLifted;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.matching.proposing.QualifiedNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.StoredFact;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A plan that followed every event is worth what a plan is worth that reads the whole store now. */
class LiveMatchingTest {
    private static final Instant NOW = Instant.parse("2020-04-20T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final List<PriorityAudience> AUDIENCES = List.of(PriorityAudience.values());
    private static final int STRUCTURES = 4;
    private static final List<Subject> SUBJECTS = List.of(Subject.MATHS, Subject.FRENCH, Subject.GERMAN);

    /** How many events were taken from the store at each reading. */
    private final List<AtomicInteger> readings = new ArrayList<>();

    private final List<StoredFact> stored = new ArrayList<>();
    private final FactLog store = place -> {
        AtomicInteger taken = new AtomicInteger();
        readings.add(taken);
        return stored.subList((int) place.number() + 1, stored.size()).stream().peek(_ -> taken.incrementAndGet());
    };
    private final List<DomainEvent> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    @Test
    void following_is_worth_what_reading_from_the_beginning_is_worth() {
        for (long seed = 0; seed < 5; seed++) {
            History history = new History(seed);
            LiveMatching following = new LiveMatching(store, CLOCK);
            following.follow();
            assertThat(following.view()).isPresent();
            for (int step = 0; step < 80; step++) {
                String act = history.act();
                following.follow();
                LiveMatching fresh = new LiveMatching(store, CLOCK);
                fresh.follow();
                LiveView seen = following.exactView().orElseThrow();
                LiveView right = fresh.exactView().orElseThrow();
                assertThat(seen.value())
                        .as("seed %d, step %d: %s", seed, step, act)
                        .isEqualTo(right.value());
                assertThat(seen.seats())
                        .as("seed %d, step %d: %s", seed, step, act)
                        .isEqualTo(right.seats());
                assertThat(seen.events()).isEqualTo(right.events());
            }
        }
    }

    @Test
    void no_plan_brings_together_whom_somebody_keeps_apart() {
        int planned = 0;
        for (long seed = 10; seed < 40; seed++) {
            stored.clear();
            facts.clear();
            sequences.clear();
            History history = new History(seed, true);
            for (int step = 0; step < 30; step++) {
                history.keepApart();
                history.act();
            }
            StoredInput input = new StoredInput();
            facts.forEach(input::hear);
            Map<String, String> structures = new HashMap<>();
            Set<String> apart = new HashSet<>();
            Set<Pairing> lines = new HashSet<>();
            for (DomainEvent fact : facts) {
                switch (fact) {
                    case SeatsOpened e -> structures.put(e.need(), e.qualified().structure());
                    case StructureExcluded e -> apart.add(e.mentor() + e.structure());
                    case StructureExclusionLifted e -> apart.remove(e.mentor() + e.structure());
                    case PairingExcluded e -> lines.add(new Pairing(e.need(), e.line(), e.mentor()));
                    case ExclusionLifted e -> lines.remove(new Pairing(e.need(), e.line(), e.mentor()));
                    default -> {
                        // keeps nobody apart
                    }
                }
            }
            for (Plan.Pair pair : Engine.plan(input.problem(LocalDate.of(2020, 4, 20), 1, seed))
                    .pairs()) {
                planned++;
                assertThat(apart).as("seed %d", seed).doesNotContain(pair.mentor() + structures.get(pair.need()));
                assertThat(lines)
                        .as("seed %d", seed)
                        .doesNotContain(new Pairing(pair.need(), pair.line(), pair.mentor()));
            }
        }
        assertThat(planned).isGreaterThan(100);
    }

    @Test
    void a_long_history_is_read_in_portions_and_nothing_is_lost_between_them() {
        History history = new History(0);
        for (int i = 0; i < 2_400; i++) {
            history.mentor();
        }
        LiveMatching live = new LiveMatching(store, CLOCK);
        assertThat(live.view()).as("before the store was read").isEmpty();

        live.follow();

        // one event may be looked at to see that there is another
        assertThat(readings)
                .hasSize(3)
                .allSatisfy(taken -> assertThat(taken.get()).isLessThanOrEqualTo(1_001));
        assertThat(live.events()).isEqualTo(2 + 24 + 2_400);
        assertThat(live.exactView().orElseThrow().served())
                .isEqualTo(live.exactView().orElseThrow().seats());
    }

    @Test
    void nothing_is_shown_before_there_is_a_policy() {
        LiveMatching live = new LiveMatching(store, CLOCK);
        live.follow();
        assertThat(live.view()).as("no policy yet").isEmpty();
        publish();
        live.follow();
        assertThat(live.exactView().orElseThrow().seats()).isZero();
    }

    private static String structure(int number) {
        return "structure-094017" + number + "F";
    }

    private void publish() {
        append(new PolicyPublished(PolicyEvent.STREAM, 1, PolicyContent.of(PolicyFile.read(1)), "system", NOW));
        append(new PolicyActivated(PolicyEvent.STREAM, 1, null, "system", NOW));
    }

    private void append(DomainEvent event) {
        facts.add(event);
        long sequence = sequences.merge(event.stream(), 0L, (known, _) -> known + 1);
        stored.add(StoredFact.of(stored.size(), sequence, NOW, event));
    }

    /** A season in small: each act is a few events that the rules would allow. */
    private final class History {
        private final Random draw;
        private final long seed;
        private final Map<String, Integer> seats = new HashMap<>();
        private final Map<String, Integer> capacities = new HashMap<>();
        private final Set<String> barred = new HashSet<>();
        private final Set<String> apart = new HashSet<>();
        private final List<String[]> held = new ArrayList<>();
        private int number;

        History(long seed) {
            this(seed, seed == 0);
        }

        History(long seed, boolean first) {
            this.seed = seed;
            draw = new Random(seed);
            if (first) {
                publish();
            }
            for (int i = 0; i < 12; i++) {
                need();
                mentor();
            }
        }

        String act() {
            return switch (draw.nextInt(10)) {
                case 0 -> need();
                case 1 -> mentor();
                case 2, 3 -> reserve();
                case 4 -> release();
                case 5 -> revise();
                case 6 -> exclude();
                case 7 -> bar();
                case 8 -> keepApart();
                default -> draw.nextBoolean() ? close() : leave();
            };
        }

        private String need() {
            String id = seed + "n" + number++;
            int count = 1 + draw.nextInt(4);
            seats.put(id, count);
            append(new SeatsOpened(
                    "seats-" + id,
                    new QualifiedNeed(
                            structure(draw.nextInt(STRUCTURES)),
                            "account-x",
                            "94",
                            "24",
                            AUDIENCES.get(draw.nextInt(AUDIENCES.size())),
                            List.of(new SeatLine(
                                    1,
                                    count,
                                    new PlaceProfile(
                                            LevelBand.COLLEGE_6_5,
                                            List.of(),
                                            List.of(subject()),
                                            List.of(),
                                            List.of()))),
                            LocalDate.of(2020, 4, 1 + draw.nextInt(15)))));
            return "a need";
        }

        private String mentor() {
            String id = seed + "m" + number++;
            int capacity = 1 + draw.nextInt(2);
            capacities.put(id, capacity);
            append(new LoadOpened(
                    "load-" + id,
                    new MentorProfile(
                            true,
                            "94",
                            true,
                            List.of(new Skill(subject(), LevelBand.CP_CE2, LevelBand.LYCEE_PRO)),
                            List.of(),
                            List.of(),
                            List.of(),
                            null,
                            null),
                    capacity));
            return "a mentor";
        }

        private String reserve() {
            String need = any(seats);
            String mentor = any(capacities);
            if (need.isEmpty() || mentor.isEmpty()) {
                return "nothing to reserve";
            }
            String proposal = "proposal-" + seed + "-" + number++;
            int seat = 1000 + number; // numbers of seats mean nothing here
            append(new SeatReserved("seats-" + need, 1, seat, "mentor-" + mentor, proposal, "x", NOW));
            append(new CapacityReserved("load-" + mentor, proposal, "x", NOW));
            seats.merge(need, -1, Integer::sum);
            capacities.merge(mentor, -1, Integer::sum);
            held.add(new String[] {need, mentor, proposal, String.valueOf(seat)});
            return "a reservation";
        }

        private String release() {
            if (held.isEmpty()) {
                return "nothing to release";
            }
            String[] one = held.remove(draw.nextInt(held.size()));
            append(new SeatReleased("seats-" + one[0], 1, Integer.parseInt(one[3]), one[2]));
            append(new PairingExcluded("seats-" + one[0], 1, "mentor-" + one[1]));
            append(new CapacityReleased("load-" + one[1], one[2]));
            seats.computeIfPresent(one[0], (_, free) -> free + 1);
            capacities.computeIfPresent(one[1], (_, free) -> free + 1);
            return "a refusal";
        }

        private String revise() {
            String need = any(seats);
            if (need.isEmpty()) {
                return "nothing to revise";
            }
            int used = (int) held.stream().filter(h -> h[0].equals(need)).count();
            int count = used + draw.nextInt(4);
            append(new LineCountRevised("seats-" + need, 1, used + seats.getOrDefault(need, 0), count, count));
            seats.put(need, count - used);
            return "a revision";
        }

        private String exclude() {
            String need = any(seats);
            String mentor = any(capacities);
            if (!need.isEmpty() && !mentor.isEmpty()) {
                append(new PairingExcluded("seats-" + need, 1, "mentor-" + mentor));
                if (draw.nextInt(3) == 0) {
                    append(new ExclusionLifted("seats-" + need, 1, "mentor-" + mentor, LiftReason.CLEARED, "x"));
                }
            }
            return "an exclusion";
        }

        /** A mentor is kept apart from a structure, or no longer. */
        private String keepApart() {
            String mentor = any(capacities);
            if (mentor.isEmpty()) {
                return "nobody to keep apart";
            }
            String load = "load-" + mentor;
            String structure = structure(draw.nextInt(STRUCTURES));
            boolean begins = apart.add(load + structure) || !apart.remove(load + structure);
            append(
                    begins
                            ? new StructureExcluded(load, structure, "94", ExclusionReason.SAFEGUARDING, "x")
                            : new StructureExclusionLifted(load, structure, LiftReason.CLEARED, "x"));
            return begins ? "two are kept apart" : "two may meet again";
        }

        /** What keeps a mentor from being proposed begins, or ends. */
        private String bar() {
            String mentor = any(capacities);
            if (mentor.isEmpty()) {
                return "nobody to bar";
            }
            String load = "load-" + mentor;
            LocalDate day = LocalDate.of(2020, 4, 20);
            int kind = draw.nextInt(3);
            boolean begins = barred.add(kind + load) || !barred.remove(kind + load);
            append(
                    switch (kind) {
                        case 0 ->
                            begins
                                    ? new MentorHeld(load, "need-x", "pair-x", HoldReason.SAFEGUARDING, "x", NOW)
                                    : new MentorReleased(load, ReleaseReason.CLEARED, "x", NOW);
                        case 1 -> begins ? new ProofExpired(load, day) : new ProofRenewed(load, day);
                        default -> begins ? new HeldForReview(load, day) : new ReviewEnded(load, day);
                    });
            return begins ? "a mentor is barred" : "a mentor is free again";
        }

        private String close() {
            String need = any(seats);
            if (!need.isEmpty()) {
                seats.remove(need);
                append(new SeatsClosed("seats-" + need));
            }
            return "a withdrawal";
        }

        private String leave() {
            String mentor = any(capacities);
            if (!mentor.isEmpty()) {
                capacities.remove(mentor);
                append(new LoadClosed("load-" + mentor));
            }
            return "a mentor who leaves";
        }

        private Subject subject() {
            return SUBJECTS.get(draw.nextInt(SUBJECTS.size()));
        }

        /** One that has something free. */
        private String any(Map<String, Integer> of) {
            List<String> free = of.entrySet().stream()
                    .filter(e -> e.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return free.isEmpty() ? "" : free.get(draw.nextInt(free.size()));
        }
    }
}
