package fr.mentoratdurgence.platform.store;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Tells a lost race from a failure. */
public final class Conflicts {
    /** PostgreSQL: duplicate key, deadlock, serialisation failure. */
    private static final Set<String> STATES = Set.of("23505", "40P01", "40001");

    private Conflicts() {}

    /** Whether starting again on fresh state is the right answer. */
    public static boolean isConflict(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DuplicateKeyException) {
                return false; // a view breaks its own constraint: a fault of ours, not a race between streams
            }
            if (t instanceof ConcurrencyException
                    || t instanceof AggregateStreamCreationException
                    || isSqlConflict(t)) {
                return true;
            }
        }
        return false;
    }

    /** Axon's own resolver looks for exceptions that the PostgreSQL driver never throws. */
    static boolean causedByDuplicate(@Nullable Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (isSqlConflict(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSqlConflict(Throwable t) {
        return t instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState());
    }
}
