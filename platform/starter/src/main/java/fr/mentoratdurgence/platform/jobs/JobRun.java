package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;

/**
 * A job that is being done.
 *
 * @param job        its id
 * @param parameters what was asked
 * @param brought    what came with it
 * @param person     who asked, with the rights of that moment and without a name
 * @param context    of the request: a job that is begun again sends the same commands, which give their first answers
 * @param progress   is told how far it is
 */
public record JobRun<P>(
        String job, P parameters, Brought brought, Person person, CommandContext context, JobProgress progress) {

    /** What was brought with it; empty where nothing was. */
    public byte[] file() {
        return brought.bytes();
    }
}
