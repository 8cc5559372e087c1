package fr.mentoratdurgence.platform.jobs;

/** Is told, by work that takes long, how far it is. */
@FunctionalInterface
public interface JobProgress {
    /** Nobody watches: for work that is done outside a job. */
    JobProgress UNWATCHED = (_, _) -> {};

    /**
     * So much is done. Called between two transactions, never within one: this is where a job ends that is to stop, by an
     * exception that is no failure.
     *
     * @param steps   that are done
     * @param ofSteps 0 = not known
     */
    void at(int steps, int ofSteps);
}
