package fr.mentoratdurgence.platform.deadlines;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a service does when deadlines have passed; each kind of them in one such bean.
 *
 * <p>Called once in all, in the transaction in which the deadline is done with: what is stored there is stored with it or
 * not at all. Usually sends a command; one that a rule refuses found that all was decided in the meantime. Any other
 * failure is tried again, after growing pauses and for as long as it takes. The deadline comes as it was set: however late
 * this is, with the instant at which it was due.
 *
 * @param kinds codes of the kinds
 */
public record OnDeadline(Set<String> kinds, Consumer<Deadline> passed) {

    /** For one kind. */
    public static OnDeadline of(Enum<?> kind, Consumer<Deadline> passed) {
        return new OnDeadline(Set.of(kind.name()), passed);
    }

    /** The system sends a command, under the deadline's own key and hence once. */
    public static OnDeadline sends(Enum<?> kind, Commands commands, Function<Deadline, Object> command) {
        return of(kind, due -> send(commands, command.apply(due), due));
    }

    /** The same for all kinds of a family. */
    public static <E extends Enum<E>> OnDeadline sends(
            Class<E> kinds, Commands commands, BiFunction<E, Deadline, Object> command) {
        return new OnDeadline(
                Arrays.stream(kinds.getEnumConstants()).map(Enum::name).collect(Collectors.toSet()),
                due -> send(commands, command.apply(Enum.valueOf(kinds, due.kind()), due), due));
    }

    private static void send(Commands commands, Object command, Deadline due) {
        String _ = commands.send(command, CommandContext.system(due.key()));
    }
}
