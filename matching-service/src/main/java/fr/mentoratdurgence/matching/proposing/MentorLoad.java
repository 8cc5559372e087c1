package fr.mentoratdurgence.matching.proposing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the load of one mentor remembers. */
sealed interface MentorLoad {

    /** Never activated. */
    record Inactive() implements MentorLoad {}

    /**
     * @param closed withdrawn: nothing new, pairs live on
     * @param used   by proposal
     */
    record Active(String stream, int capacity, boolean closed, Map<String, Use> used) implements MentorLoad {
        Active with(String proposal, Use use) {
            Map<String, Use> changed = new HashMap<>(used);
            changed.put(proposal, use);
            return new Active(stream, capacity, closed, Map.copyOf(changed));
        }

        Active without(String proposal) {
            Map<String, Use> changed = new HashMap<>(used);
            changed.remove(proposal);
            return new Active(stream, capacity, closed, Map.copyOf(changed));
        }

        Active closing() {
            return new Active(stream, capacity, true, used);
        }

        /** The account that follows a pair, where it was counted. */
        Optional<String> referentOf(String pair) {
            return used.values().stream()
                    .filter(use -> pair.equals(use.pair()))
                    .map(Use::referent)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** Proposals that are not decided yet. */
        List<String> reservations() {
            return used.entrySet().stream()
                    .filter(use -> use.getValue().pair() == null)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /** A reservation, later a pair with the account that follows it. */
    record Use(@Nullable String pair, @Nullable String referent, String by, Instant at) {}
}
