package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.proposing.PolicyEvent;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.Place;
import fr.mentoratdurgence.platform.store.StoredFact;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a run knew when it began, read from the stored events again. */
final class KnownThen {
    private final FactLog events;

    KnownThen(FactLog events) {
        this.events = events;
    }

    /**
     * The problem that the run solved.
     *
     * @param also is shown every fact there is
     */
    Problem problem(RunRow row, Consumer<DomainEvent> also) {
        Set<Long> gaps = row.inputGaps() == null ? Set.of() : Set.copyOf(row.inputGaps());
        StoredInput input = new StoredInput();
        try (Stream<StoredFact> history = events.after(Place.BEGINNING)) {
            history.forEach(message -> {
                DomainEvent event = message.fact();
                boolean known = message.number() <= row.inputPosition() && !gaps.contains(message.number());
                if (known || event instanceof PolicyEvent) { // the run names its version, which never changes
                    input.hear(event);
                }
                also.accept(event);
            });
        }
        return input.problem(OperationDay.of(row.startedAt()), row.policyVersion(), row.seed());
    }
}
