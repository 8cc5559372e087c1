package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact of who watches over pairs: for one cause, somebody has to look at a pair from a day on, or need not any more. */
public interface Alarm {
    /** The pair. */
    String pair();

    /** Code of the cause. */
    String cause();

    /** The first day on which the pair is to be looked at; null where that is over. */
    @Nullable
    LocalDate from();
}
