package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.Place;
import fr.mentoratdurgence.platform.store.StoredFact;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Folds the store as it grows, a portion at a time, and knows exactly how far. Used by one thread at a time. */
final class StoreReader {
    /** Events at a time, so that nobody who looks meanwhile waits for long. */
    static final int PORTION = 1_000;

    private final FactLog store;
    private StoredInput input = new StoredInput();
    private Place heardTo = Place.BEGINNING;
    private long heard;
    private boolean caughtUp;

    StoreReader(FactLog store) {
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
        return Math.max(0, heardTo.number());
    }

    /** Numbers below it that were missing, because somebody was about to store them. */
    List<Long> gaps() {
        return heardTo.gaps();
    }

    /** The next portion, folded. After a failure all is read again from the first event. */
    List<DomainEvent> next() {
        List<DomainEvent> fresh = new ArrayList<>();
        Place to = heardTo;
        try (Stream<StoredFact> news = store.after(heardTo)) {
            Iterator<StoredFact> messages = news.iterator();
            while (fresh.size() < PORTION && messages.hasNext()) {
                StoredFact message = messages.next();
                fresh.add(message.fact());
                to = message.place();
            }
        }
        try {
            fresh.forEach(input::hear);
        } catch (RuntimeException broken) {
            input = new StoredInput();
            heardTo = Place.BEGINNING;
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
