package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.traces.Traces;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;

/** Sends commands over Axon's bus, which opens the transaction and lets projections hear what is appended in it. */
final class AxonCommands implements Deciding {
    private final CommandBus bus;

    private final Traces traces;

    AxonCommands(CommandBus bus, Traces traces) {
        this.bus = bus;
        this.traces = traces;
    }

    @Override
    public CommandOutcome decide(Object command, CommandContext context) {
        return traces.during("command " + command.getClass().getSimpleName(), () -> dispatch(command, context));
    }

    private CommandOutcome dispatch(Object command, CommandContext context) {
        Map<String, Object> meta = new HashMap<>();
        meta.put("actor", context.actor().id());
        meta.put("role", context.actor().role());
        meta.put("correlationId", context.correlationId());
        meta.put("commandId", context.commandId());
        if (context.content() != null) {
            meta.put("content", context.content());
        }
        String trace = traces.here();
        if (!trace.isEmpty()) {
            meta.put(Traces.NAME, trace);
        }
        if (context.seen() != null) {
            meta.put("seen", context.seen());
        }
        // what no event caused was caused by the command itself
        meta.put("causationId", context.causationId() == null ? context.commandId() : context.causationId());
        CommandMessage<Object> message = new GenericCommandMessage<>(
                new GenericMessage<>(context.commandId(), command, meta),
                command.getClass().getName());
        FutureCallback<Object, CommandOutcome> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        CommandResultMessage<? extends CommandOutcome> result = callback.getResult(30, TimeUnit.SECONDS);
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(result.exceptionResult());
        }
        return result.getPayload();
    }
}
