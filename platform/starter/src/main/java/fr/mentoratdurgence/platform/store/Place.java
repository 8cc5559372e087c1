package fr.mentoratdurgence.platform.store;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** How far somebody has heard the store, with the numbers that were missing then and may still come. */
public final class Place {
    /** Nothing was heard yet. */
    public static final Place BEGINNING = new Place(null);

    private final @Nullable TrackingToken token;

    Place(@Nullable TrackingToken token) {
        this.token = token;
    }

    /** After this number, with nothing missing before it. */
    public static Place after(long number) {
        return new Place(GapAwareTrackingToken.newInstance(number, Set.of()));
    }

    /** The last number that was heard; -1 at the beginning. */
    public long number() {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** Numbers before it that were missing and may still come. */
    public List<Long> gaps() {
        return token instanceof GapAwareTrackingToken aware ? List.copyOf(aware.getGaps()) : List.of();
    }

    @Nullable
    TrackingToken token() {
        return token;
    }
}
