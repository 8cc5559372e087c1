package fr.mentoratdurgence.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine with payload and metadata in {@code json} columns, readable by anyone with {@code psql}, and
 * several times cheaper to read back than {@code jsonb}.
 *
 * <p>Who follows the store remembers the numbers that it found missing, as long as somebody may still commit them. Axon
 * guesses this by comparing the event's time with a static clock of its own, and skips such numbers for ever where the
 * two differ, as under a crisis clock they do; here PostgreSQL is asked ({@link Horizon}).
 */
final class JsonEventStorageEngine extends JdbcEventStorageEngine {
    /** Each event that is read carries them all. */
    private static final int MOST_GAPS = 10_000;

    private final Horizon horizon;

    JsonEventStorageEngine(Builder builder, Horizon horizon) {
        super(builder.gapCleaningThreshold(Integer.MAX_VALUE)); // Axon's way to clean asks its clock
        this.horizon = horizon;
    }

    static PreparedStatement append(
            Connection connection, EventSchema schema, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement("INSERT INTO " + schema.domainEventTable() + " ("
                + schema.domainEventFields() + ") VALUES (?,?,?,?,?,?,?,cast(? as json),cast(? as json))");
        for (EventMessage<?> message : events) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) message;
            var payload = event.serializePayload(serializer, String.class);
            var meta = event.serializeMetaData(serializer, String.class);
            insert.setString(1, event.getIdentifier());
            insert.setString(2, event.getAggregateIdentifier());
            insert.setLong(3, event.getSequenceNumber());
            insert.setString(4, event.getType());
            insert.setObject(5, event.getTimestamp().atOffset(ZoneOffset.UTC));
            insert.setString(6, payload.getType().getName());
            insert.setString(7, payload.getType().getRevision());
            insert.setString(8, payload.getData());
            insert.setString(9, meta.getData());
            insert.addBatch();
        }
        return insert;
    }

    /** Sequence numbers of a stream have no holes: saves one empty query per read. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        if (!(last instanceof GapAwareTrackingToken token) || !token.hasGaps()) {
            return super.fetchTrackedEvents(last, batchSize);
        }
        long settled = horizon.settled(); // first: what is settled now is seen by the reading after it
        // who came late has a place of its own: from the place of one, the next must not look as if it were heard
        // already
        List<TrackedEventData<?>> read = new ArrayList<>(super.fetchTrackedEvents(last, batchSize));
        if (!read.isEmpty()) {
            read.set(read.size() - 1, withoutSettledGaps((TrackedDomainEventData<?>) read.getLast(), settled));
        }
        return read;
    }

    private static <T> TrackedEventData<T> withoutSettledGaps(TrackedDomainEventData<T> read, long settled) {
        GapAwareTrackingToken token = (GapAwareTrackingToken) read.trackingToken();
        return new TrackedDomainEventData<>(token.withGapsTruncatedAt(settled), read);
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        long number = row.getLong(schema().globalIndexColumn());
        return new TrackedDomainEventData<>(advanced(previous, number), getDomainEventData(row));
    }

    private static GapAwareTrackingToken advanced(@Nullable GapAwareTrackingToken previous, long number) {
        GapAwareTrackingToken from =
                previous == null ? GapAwareTrackingToken.newInstance(0, Collections.emptySet()) : previous;
        long gaps = from.getGaps().size() + number - from.getIndex();
        return from.advanceTo(number, gaps < MOST_GAPS ? Integer.MAX_VALUE : MOST_GAPS);
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    protected <T> @Nullable T readPayload(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : (T) json.getBytes(UTF_8);
    }
}
