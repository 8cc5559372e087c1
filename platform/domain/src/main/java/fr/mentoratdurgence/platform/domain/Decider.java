package fr.mentoratdurgence.platform.domain;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The rules of one kind of stream as two pure functions. Source of the shape: Jérémie Chassaing, "Functional event
 * sourcing decider" (2021).
 *
 * @param type    name of the stream kind, stored beside each event
 * @param initial state before any event
 * @param decide  (command, state) to new events; throws {@link Rejection} where a rule is broken; an empty list is a
 *                clean "nothing to do"
 * @param evolve  (state, event) to next state; never refuses, never looks outside the event
 */
public record Decider<C, S, E extends DomainEvent>(
        String type, S initial, BiFunction<C, S, List<? extends E>> decide, BiFunction<S, E, S> evolve) {}
