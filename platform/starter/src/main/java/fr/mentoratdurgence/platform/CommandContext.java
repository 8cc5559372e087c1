package fr.mentoratdurgence.platform;

import org.jspecify.annotations.Nullable;

/**
 * What travels with a command and is kept with its events.
 *
 * @param commandId     the same id twice gives the first answer; at most 200 characters
 * @param actor         who acts
 * @param correlationId one id for all that follows from one request
 * @param causationId   the event that caused the command, where one did; its events name the command otherwise
 * @param content       digest of the request that brought the command id, which is refused with another content; nothing
 *                      where the id itself is made of the content
 * @param seen          what was read before, where the command is to be refused if it is so no longer
 */
public record CommandContext(
        String commandId,
        Actor actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String content,
        @Nullable Seen seen) {

    /** An act whose command id is made of its content. */
    public CommandContext(String commandId, Actor actor, String correlationId, @Nullable String causationId) {
        this(commandId, actor, correlationId, causationId, null, null);
    }

    /** An act that says nothing of what was read before. */
    public CommandContext(
            String commandId,
            Actor actor,
            String correlationId,
            @Nullable String causationId,
            @Nullable String content) {
        this(commandId, actor, correlationId, causationId, content, null);
    }

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
        return new CommandContext(commandId + ":" + suffix, actor, correlationId, causationId, content, seen);
    }
}
