package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.function.BiFunction;

/**
 * The use cases of one sealed family of commands: one bean routes all of them.
 *
 * @param type   the sealed interface
 * @param handle decides in a session; the answer is usually an id
 */
public record UseCases<C>(Class<C> type, BiFunction<C, DecisionSession, String> handle) {}
