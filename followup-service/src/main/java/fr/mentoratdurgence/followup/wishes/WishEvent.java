package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.BesidePair;
import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;

/**
 * Whether a pair goes on in person, as its two sides wish: the mentor, and the structure for the young person and the
 * family. A stream of its own beside the pair ({@code wish-<uuid>}). Stored for ever: add, never edit.
 */
public sealed interface WishEvent extends BesidePair {
    @Override
    default String stream() {
        return streamOf(pair());
    }

    /** The stream beside that of a pair. */
    static String streamOf(String pair) {
        return BesidePair.streamOf("wish", pair);
    }

    /** Both sides are asked, apart. */
    record ContinuationAsked(String pair, String need, String mentor, LocalDate askedOn) implements WishEvent {}

    /** A side says yes or no; the last word of each counts. */
    record ContinuationAnswered(String pair, Side side, boolean agrees, LocalDate answeredOn) implements WishEvent {}
}
