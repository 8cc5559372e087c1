package fr.mentoratdurgence.reporting.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.ledger.Moments;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many facts into an empty history by binary {@code COPY}. All or nothing, in the transaction of its
 * connection; a fact that is already there refuses all.
 */
public final class FactWriter implements AutoCloseable {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 12;
    private static final int ROOM = 1 << 16;

    private final Connection writing;
    private final Connection preparing;
    private final long receivedAt;
    private final Set<YearMonth> partitions = new HashSet<>();
    private @Nullable CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(ROOM);
    private long nextMonth = Long.MIN_VALUE;
    private long thisMonth = Long.MAX_VALUE;
    private long rows;

    /**
     * @param writing takes the rows; whoever opened it commits
     * @param preparing makes partitions meanwhile, each at once
     * @param receivedAt when these facts came here
     */
    public FactWriter(Connection writing, Connection preparing, Instant receivedAt) {
        this.writing = writing;
        this.preparing = preparing;
        this.receivedAt = Moments.micros(receivedAt);
    }

    /** Writes one fact. */
    public void write(
            FactHead head, String actor, String role, String correlation, CharSequence attributes, CharSequence data)
            throws SQLException {
        byte[] attributeBytes = attributes.toString().getBytes(UTF_8);
        byte[] dataBytes = data.toString().getBytes(UTF_8);
        prepare(head.recordedAt());
        room(attributeBytes.length
                + dataBytes.length
                + 4
                        * (head.id().length()
                                + head.source().length()
                                + head.type().length()
                                + head.subject().length()
                                + actor.length()
                                + role.length()
                                + correlation.length())
                + 128);
        buffer.putShort(COLUMNS);
        text(head.id());
        text(head.source());
        text(head.type());
        text(head.subject());
        number(head.sequence());
        number(head.recordedAt());
        number(receivedAt);
        text(actor);
        text(role);
        text(correlation);
        bytes(attributeBytes);
        bytes(dataBytes);
        rows++;
    }

    /** How many facts were written. */
    public long rows() {
        return rows;
    }

    /** Sends the rest; the facts are there once the connection commits. */
    public void finish() throws SQLException {
        room(2);
        buffer.putShort((short) -1);
        CopyIn running = started();
        flush(running);
        running.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void prepare(long recordedAt) throws SQLException {
        if (recordedAt >= thisMonth && recordedAt < nextMonth) {
            return;
        }
        YearMonth month = YearMonth.from(Moments.instant(recordedAt).atOffset(ZoneOffset.UTC));
        thisMonth = Moments.micros(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        nextMonth = Moments.micros(month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (partitions.add(month)) {
            // a partition cannot be attached under a running copy: the rows so far end theirs
            if (copy != null) {
                finish();
                copy = null;
            }
            try (PreparedStatement make = preparing.prepareStatement("select history_partition_for(?)")) {
                make.setObject(1, LocalDate.of(month.getYear(), month.getMonth(), 1));
                make.execute();
            }
        }
    }

    private CopyIn started() throws SQLException {
        CopyIn running = copy;
        if (running == null) {
            running = writing.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy history (event_id, source, type, subject, sequence, recorded_at, received_at,
                                  actor, actor_role, correlation, attributes, data)
                    from stdin (format binary)""");
            running.writeToCopy(HEADER, 0, HEADER.length);
            copy = running;
        }
        return running;
    }

    private void room(int bytes) throws SQLException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        flush(started());
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes);
        }
    }

    private void flush(CopyIn running) throws SQLException {
        running.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void text(String text) {
        bytes(text.getBytes(UTF_8));
    }

    private void bytes(byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }

    private void number(long number) {
        buffer.putInt(Long.BYTES).putLong(number);
    }
}
