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
     * @param continuation what was proposed for afterwards; null for nothing, or after a no
     */
    record Live(
            PairOpened opening,
            @Nullable LocalDate contactedOn,
            boolean overdue,
            Set<String> sessions,
            @Nullable Continuation continuation)
            implements Pair {}

    /**
     * It is over, one way or the other.
     *
     * @param safeguarding interrupted to protect the young person
     */
    record Ended(
            PairOpened opening,
            LocalDate endedOn,
            boolean safeguarding,
            @Nullable Continuation continuation) implements Pair {}

    /**
     * To go on in person with a member association.
     *
     * @param since  day of the proposal; once all agree, of that
     * @param agreed false while no answer is known
     */
    record Continuation(String association, LocalDate since, boolean agreed) {}
}
