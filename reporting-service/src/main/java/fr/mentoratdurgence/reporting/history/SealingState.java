package fr.mentoratdurgence.reporting.history;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether complete days are being sealed, as far as this instance knows. */
public class SealingState {
    /**
     * Why nothing is sealed.
     *
     * @param code what is wrong
     * @param detail the same in a sentence, with what to do
     * @param since first time that it was seen
     */
    public record Stop(String code, String detail, Instant since) {}

    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

    /** Notes that sealing is stopped; whether that, or its reason, is news. */
    public boolean stopped(Stop now) {
        Stop before = stop.get();
        if (before != null
                && before.code().equals(now.code())
                && before.detail().equals(now.detail())) {
            return false;
        }
        stop.set(now);
        return true;
    }

    /** Notes that nothing stands in the way; whether that is news. */
    public boolean goesOn() {
        return stop.getAndSet(null) != null;
    }

    @Nullable
    Stop stop() {
        return stop.get();
    }
}
