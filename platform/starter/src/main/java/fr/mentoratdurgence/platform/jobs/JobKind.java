package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.Person;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A kind of work that is done as a job; each in one such bean. Its title stands in the messages, {@code travail.<name>}.
 *
 * <p>The work is begun again, from its beginning, by another instance where the first one died: it sends commands under
 * the ids that its context makes, and what was done then is not done again.
 *
 * @param name       code of the kind
 * @param parameters what is asked: ids, codes and numbers
 * @param atOnce     how many of this kind are done at a time, over all instances
 * @param work       does it, and gives the answer as it is told to programs
 * @param page       where people read the answer
 * @param seenBy     who may see it beside who asked
 */
public record JobKind<P>(
        String name, Class<P> parameters, int atOnce, Work<P> work, Page page, BiPredicate<Job, Person> seenBy) {

    /** The work. */
    @FunctionalInterface
    public interface Work<P> {
        /** Does it; a refusal is an answer, any other failure is tried again. */
        Object run(JobRun<P> run);
    }

    /** The page of an answer. */
    @FunctionalInterface
    public interface Page {
        /** Its address; empty where there is none. */
        String of(String job, Supplier<JsonNode> answer);
    }

    /** One at a time, seen by who asked alone, with no page but the job's own. */
    public static <P> JobKind<P> of(Enum<?> name, Class<P> parameters, Work<P> work) {
        return new JobKind<>(name.name(), parameters, 1, work, (_, _) -> "", (_, _) -> false);
    }

    /** The same, so many at a time. */
    public JobKind<P> atOnce(int most) {
        return new JobKind<>(name, parameters, most, work, page, seenBy);
    }

    /** The same, its answer read on a page. */
    public JobKind<P> leadsTo(Page where) {
        return new JobKind<>(name, parameters, atOnce, work, where, seenBy);
    }

    /** The same, seen by others, too. */
    public JobKind<P> alsoSeenBy(BiPredicate<Job, Person> others) {
        return new JobKind<>(name, parameters, atOnce, work, page, others);
    }
}
