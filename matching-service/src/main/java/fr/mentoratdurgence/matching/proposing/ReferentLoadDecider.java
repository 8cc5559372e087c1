package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a référent's load: not more pairs than the policy allows, unless a coordinator says why (I9). */
final class ReferentLoadDecider {
    static final Decider<Command, Load, ReferentEvent> REFERENT =
            new Decider<>("ReferentLoad", new Load(Set.of()), ReferentLoadDecider::decide, ReferentLoadDecider::evolve);

    private ReferentLoadDecider() {}

    /** What can be asked of a référent's load. */
    sealed interface Command {}

    /**
     * @param limit    pairs that the policy allows; 0 = no limit
     * @param override why the limit does not count this time
     */
    record Assign(
            String account,
            String pair,
            int limit,
            @Nullable OverrideReason override,
            String by,
            Instant at) implements Command {}

    record Unassign(String account, String pair) implements Command {}

    /** The pairs that live. */
    record Load(Set<String> pairs) {}

    private static List<ReferentEvent> decide(Command command, Load load) {
        return switch (command) {
            case Assign c -> assign(load, c);
            case Unassign c ->
                load.pairs().contains(c.pair())
                        ? List.of(new PairUnassigned(StreamIds.referentOf(c.account()), c.pair()))
                        : List.of();
        };
    }

    private static Load evolve(Load load, ReferentEvent event) {
        Set<String> pairs = new HashSet<>(load.pairs());
        switch (event) {
            case PairAssigned e -> pairs.add(e.pair());
            case PairUnassigned e -> pairs.remove(e.pair());
        }
        return new Load(Set.copyOf(pairs));
    }

    private static List<ReferentEvent> assign(Load load, Assign c) {
        int count = load.pairs().size();
        boolean full = c.limit() > 0 && count >= c.limit();
        if (full && c.override() == null) {
            throw new Rejection(
                    ReferentRejection.REFERENT_FULL,
                    Map.of("count", String.valueOf(count), "limit", String.valueOf(c.limit())));
        }
        return List.of(new PairAssigned(
                StreamIds.referentOf(c.account()), c.pair(), c.by(), c.at(), full ? c.override() : null));
    }
}
