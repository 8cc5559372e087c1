package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules must remember of a pair. */
sealed interface Pair {

    /** Nothing was heard of it. */
    record Unknown() implements Pair {}

    /**
     * It runs.
     *
     * @param contactedOn day of the first contact, null while nobody has confirmed it
     * @param overdue     whether the deadline passed in silence
     * @param sessions    ids of the sessions and absences logged so far
     */
    record Live(PairOpened opening, @Nullable LocalDate contactedOn, boolean overdue, Set<String> sessions)
            implements Pair {}

    /** It is over, one way or the other. */
    record Ended(PairOpened opening, LocalDate endedOn) implements Pair {}
}
