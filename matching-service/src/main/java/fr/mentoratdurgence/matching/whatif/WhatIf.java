package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.WeightsOverflow;
import fr.mentoratdurgence.matching.proposing.RunRejection;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.Place;
import fr.mentoratdurgence.platform.store.StoredFact;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays the recorded season under the policy in force and under another one. Reads the store, writes nothing. */
public final class WhatIf {
    private static final int MOST_DAYS = 400;

    private final FactLog events;
    private final PolicyVersions policies;
    private final Clock clock;

    WhatIf(FactLog events, PolicyVersions policies, Clock clock) {
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Both policies, the same days, the same people.
     *
     * @param other version 0 = not published
     * @param from  null = the first day of the record
     * @param to    null = today
     * @throws fr.mentoratdurgence.platform.InvalidInput where the days make no season
     */
    public Counterfactual compare(
            Policy other, Acceptance acceptance, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate today = OperationDay.of(clock.instant());
        List<Fact> facts = facts();
        LocalDate first =
                from != null ? from : facts.isEmpty() ? today : facts.getFirst().day();
        LocalDate last = to != null ? to : today;
        check(first, last, today);
        Habits habits = Habits.of(facts, acceptance);
        return new Counterfactual(
                first,
                last,
                habits.assumed(),
                play(facts, policies.active(), habits, first, last),
                play(facts, other, habits, first, last));
    }

    private static void check(LocalDate first, LocalDate last, LocalDate today) {
        Violations wrong = new Violations();
        if (last.isAfter(today)) {
            wrong.add("to", "etsi.avenir");
        } else if (first.isAfter(last)) {
            wrong.add("from", "etsi.ordre");
        } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            wrong.add("from", "etsi.longueur", MOST_DAYS);
        }
        wrong.throwIfAny();
    }

    private static Counterfactual.Side play(
            List<Fact> facts, Policy policy, Habits habits, LocalDate from, LocalDate to) {
        try {
            return new ReplayedSeason(facts, policy, habits, from, to).play();
        } catch (WeightsOverflow overflow) {
            throw new Rejection(
                    RunRejection.WEIGHTS_TOO_LARGE,
                    Map.of("seats", String.valueOf(overflow.seats()), "version", String.valueOf(policy.version())));
        }
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        try (Stream<StoredFact> history = events.after(Place.BEGINNING)) {
            history.forEach(message -> facts.add(new Fact(OperationDay.of(message.recordedAt()), message.fact())));
        }
        return facts;
    }
}
