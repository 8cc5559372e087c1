package fr.mentoratdurgence.platform;

import org.jspecify.annotations.Nullable;

/**
 * What travels with a command and is kept with its events.
 *
 * @param commandId     the same id twice gives the first answer; at most 200 characters
 * @param actor         who acts
 * @param correlationId one id for all that follows from one request
 * @param causationId   the event that caused the command, where one did; its events name the command otherwise
 */
public record CommandContext(
        String commandId,
        Actor actor,
        String correlationId,
        @Nullable String causationId) {

    /** An act of the platform itself. */
    public static CommandContext system(String commandId) {
        return new CommandContext(commandId, Actor.SYSTEM, commandId, null);
    }

    /**
     * A reaction to an event that was heard.
     *
     * @param suffix tells several commands of one event apart
     */
    public static CommandContext causedBy(ReceivedEvent event, String suffix) {
        return new CommandContext(event.id() + ":" + suffix, Actor.SYSTEM, event.correlationId(), event.id());
    }

    /** One of several commands of one request. */
    public CommandContext child(String suffix) {
        return new CommandContext(commandId + ":" + suffix, actor, correlationId, causationId);
    }
}
