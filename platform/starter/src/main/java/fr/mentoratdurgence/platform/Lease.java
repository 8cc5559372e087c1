package fr.mentoratdurgence.platform;

import java.time.Duration;

/**
 * Work that stands in rows and is done by any number of instances: who finds a row takes it for a while, and nobody else
 * does until then. The table has the columns {@code claimed_until}, by the clock on the wall whatever clock the operation
 * lives by, and {@code attempts}, how often it was taken. Who took a row and died loses it when its time is over.
 */
public final class Lease {
    /** The row is nobody's. */
    public static final String FREE = "(claimed_until is null or claimed_until < now())";

    private Lease() {}

    /**
     * Takes what was found. It is found once and for all: as a list that the update is compared with, the planner may look
     * for it anew for each row there is.
     *
     * @param table     of the rows
     * @param key       column that names a row
     * @param found     query of the keys to take, {@code … for update skip locked}; its parameters come first, {@link
     *                  #lasting} is the last one
     * @param returning what is told of the rows that were taken
     */
    public static String take(String table, String key, String found, String returning) {
        return """
                with due as materialized (%s)
                update %s set claimed_until = now() + ?::interval, attempts = attempts + 1
                from due where %2$s.%s = due.%3$s
                returning %s""".formatted(found, table, key, returning);
    }

    /** How long it is taken, as a parameter. */
    public static String lasting(Duration claim) {
        return claim.toSeconds() + " seconds";
    }
}
