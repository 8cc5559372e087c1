package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Appends facts to their streams, all or none, in the transaction of the command; projections hear them in it. */
interface Appending {

    /**
     * A fact that is not stored yet.
     *
     * @param type     of the stream
     * @param sequence its place in the stream: who comes second to the same place has lost the race
     */
    record Fresh(
            String type, String stream, long sequence, String id, DomainEvent fact, Map<String, ?> meta, Instant at) {}

    /** Stores these. */
    void append(List<Fresh> facts);
}
