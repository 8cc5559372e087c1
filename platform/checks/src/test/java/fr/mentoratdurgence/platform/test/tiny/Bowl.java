package fr.mentoratdurgence.platform.test.tiny;

import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.List;
import java.util.Map;

/** A stream with one rule. */
public record Bowl(int size, List<String> stones) {

    public sealed interface Fact extends DomainEvent {
        String bowl();

        @Override
        default String stream() {
            return bowl();
        }

        record BowlMade(String bowl, int size) implements Fact {}

        record StoneLaid(String bowl, String by) implements Fact {}
    }

    public sealed interface Act {
        String bowl();

        record MakeBowl(String bowl, int size) implements Act {}

        record LayStone(String bowl, String by) implements Act {}
    }

    public enum Refusal implements RejectionCode {
        BOWL_FULL,
        NO_SUCH_BOWL;

        @Override
        public Kind kind() {
            return this == BOWL_FULL ? Kind.CONFLICT : Kind.NOT_FOUND;
        }
    }

    public static final Decider<Act, Bowl, Fact> DECIDER = new Decider<>(
            "Bowl", new Bowl(0, List.of()), (act, bowl) -> decide(act, bowl), (bowl, fact) -> evolve(bowl, fact));

    private static List<Fact> decide(Act act, Bowl bowl) {
        return switch (act) {
            case Act.MakeBowl a -> bowl.size > 0 ? List.of() : List.of(new Fact.BowlMade(a.bowl(), a.size()));
            case Act.LayStone a -> {
                if (bowl.size == 0) {
                    throw new Rejection(Refusal.NO_SUCH_BOWL);
                }
                if (bowl.stones.size() == bowl.size) {
                    throw new Rejection(Refusal.BOWL_FULL, Map.of("by", bowl.stones.getLast()));
                }
                yield List.of(new Fact.StoneLaid(a.bowl(), a.by()));
            }
        };
    }

    private static Bowl evolve(Bowl bowl, Fact fact) {
        return switch (fact) {
            case Fact.BowlMade f -> new Bowl(f.size(), List.of());
            case Fact.StoneLaid f -> {
                List<String> stones = new java.util.ArrayList<>(bowl.stones);
                stones.add(f.by());
                yield new Bowl(bowl.size, List.copyOf(stones));
            }
        };
    }
}
