package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Folds the store as it grows, a portion at a time, and knows exactly how far. Used by one thread at a time. */
final class StoreReader {
    /** Events at a time, so that nobody who looks meanwhile waits for long. */
    static final int PORTION = 1_000;

    private final EventStorageEngine store;
    private StoredInput input = new StoredInput();
    private @Nullable TrackingToken heardTo;
    private long heard;
    private boolean caughtUp;

    StoreReader(EventStorageEngine store) {
        this.store = store;
    }

    /** What was folded so far. */
    StoredInput input() {
        return input;
    }

    /** So many events were. */
    long heard() {
        return heard;
    }

    /** Whether the store was read to its end once: before that, what is known is not what is true. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** Number of the last event that was folded; 0 = none. */
    long position() {
        return heardTo == null ? 0 : heardTo.position().orElse(0);
    }

    /** Numbers below it that were missing, because somebody was about to store them. */
    List<Long> gaps() {
        return heardTo instanceof GapAwareTrackingToken token ? List.copyOf(token.getGaps()) : List.of();
    }

    /** The next portion, folded. After a failure all is read again from the first event. */
    List<DomainEvent> next() {
        List<DomainEvent> fresh = new ArrayList<>();
        TrackingToken to = heardTo;
        try (Stream<? extends TrackedEventMessage<?>> news = store.readEvents(heardTo, false)) {
            Iterator<? extends TrackedEventMessage<?>> messages = news.iterator();
            while (fresh.size() < PORTION && messages.hasNext()) {
                TrackedEventMessage<?> message = messages.next();
                fresh.add((DomainEvent) message.getPayload());
                to = message.trackingToken();
            }
        }
        try {
            fresh.forEach(input::hear);
        } catch (RuntimeException broken) {
            input = new StoredInput();
            heardTo = null;
            heard = 0;
            caughtUp = false;
            throw broken;
        }
        heardTo = to;
        heard += fresh.size();
        caughtUp = caughtUp || fresh.size() < PORTION;
        return fresh;
    }
}
