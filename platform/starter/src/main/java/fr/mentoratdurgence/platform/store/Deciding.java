package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.CommandContext;

/** Takes a command to the use case that decides it, in one transaction. */
@FunctionalInterface
public interface Deciding {

    /** Decides once; a conflict with a concurrent act comes out as it is ({@link Conflicts}). */
    CommandOutcome decide(Object command, CommandContext context);
}
