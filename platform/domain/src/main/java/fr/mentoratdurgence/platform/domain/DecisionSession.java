package fr.mentoratdurgence.platform.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one command reads and decides, over any number of streams: each stream is read and folded once, nothing leaves
 * before {@link #added()}. The streams are kept sorted, so that all transactions take their locks in one order and
 * never deadlock. A decision that relies on a stream must append to it: a stream that is only read is not protected.
 */
public final class DecisionSession {

    /** New facts of one stream; the first one has sequence number {@code first}. */
    public record Added(String type, String stream, long first, List<DomainEvent> events) {}

    private static final class Stream<S> {
        final String type;
        final long first;
        S state;
        final List<DomainEvent> added = new ArrayList<>();

        Stream(String type, S state, long first) {
            this.type = type;
            this.state = state;
            this.first = first;
        }
    }

    private final Function<String, List<DomainEvent>> history;
    private final Map<String, Stream<?>> streams = new TreeMap<>();
    private @Nullable Map<String, Runnable> undo;

    /**
     * A session that reads from the given history.
     *
     * @param history all stored events of a stream, oldest first; empty where there is no such stream
     */
    public DecisionSession(Function<String, List<DomainEvent>> history) {
        this.history = history;
    }

    /**
     * Lets the rules of one stream decide; returns its new state.
     *
     * @throws Rejection where a rule is broken
     */
    public <C, S, E extends DomainEvent> S decide(Decider<C, S, E> decider, String id, C command) {
        Stream<S> stream = stream(decider, id);
        for (E event : decider.decide().apply(command, stream.state)) {
            remember(id, stream);
            stream.state = decider.evolve().apply(stream.state, event);
            stream.added.add(event);
        }
        return stream.state;
    }

    /** The state of a stream, to find ids in it; to rely on it, append to it. */
    public <C, S, E extends DomainEvent> S state(Decider<C, S, E> decider, String id) {
        return stream(decider, id).state;
    }

    /** How many new facts of a stream were decided here so far. */
    public int factsOf(String id) {
        Stream<?> known = streams.get(id);
        return known == null ? 0 : known.added.size();
    }

    /** All of these decisions or none of them, without ending the session: one item of a batch. */
    public Optional<Rejection> attempt(Runnable decisions) {
        Map<String, Runnable> mine = new HashMap<>();
        undo = mine;
        try {
            decisions.run();
            return Optional.empty();
        } catch (Rejection refused) {
            mine.values().forEach(Runnable::run);
            return Optional.of(refused);
        } finally {
            undo = null;
        }
    }

    /** What was decided, stream by stream in the order of their ids. */
    public List<Added> added() {
        List<Added> all = new ArrayList<>();
        streams.forEach((id, s) -> {
            if (!s.added.isEmpty()) {
                all.add(new Added(s.type, id, s.first, List.copyOf(s.added)));
            }
        });
        return all;
    }

    private <S> void remember(String id, Stream<S> stream) {
        if (undo != null) {
            S state = stream.state;
            int size = stream.added.size();
            undo.putIfAbsent(id, () -> {
                stream.state = state;
                stream.added.subList(size, stream.added.size()).clear();
            });
        }
    }

    @SuppressWarnings("unchecked") // a stream id belongs to one decider for ever
    private <C, S, E extends DomainEvent> Stream<S> stream(Decider<C, S, E> decider, String id) {
        Stream<?> known = streams.get(id);
        if (known == null) {
            List<DomainEvent> past = history.apply(id);
            S state = decider.initial();
            for (DomainEvent event : past) {
                state = decider.evolve().apply(state, (E) event);
            }
            known = new Stream<>(decider.type(), state, past.size());
            streams.put(id, known);
        }
        return (Stream<S>) known;
    }
}
