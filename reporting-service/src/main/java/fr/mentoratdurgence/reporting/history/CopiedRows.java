package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.reporting.history.RawFact.Part;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Reads facts by binary {@code COPY}: no row becomes a row object, each is read where it arrived. */
final class CopiedRows {
    /** What folds need, to be selected in this order. */
    static final String COLUMNS = "recorded_at, sequence, event_id, source, type, subject, data";

    /** All that was received. */
    static final String ALL_COLUMNS = COLUMNS + ", attributes";

    private static final Part[] PARTS = Part.values();

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FIRST_LETTER_OF_THE_SIGNATURE = 'P';
    private static final int HEADER = 19;
    private static final int BYTES_OF_A_LENGTH = 4;

    private final RawFact fact = new RawFact();

    /** Reads all rows of a selection of {@link #COLUMNS} or {@link #ALL_COLUMNS}; how many there were. */
    long read(CopyManager copies, String selection, History.Taker reader) throws SQLException {
        CopyOut copy = copies.copyOut("copy (" + selection + ") to stdout (format binary)");
        long rows = 0;
        try {
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                rows += readAll(message, reader);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return rows;
    }

    /** The server sends whole rows; the first comes behind the header. */
    private long readAll(byte[] message, History.Taker reader) throws SQLException {
        int at = 0;
        if (message.length >= HEADER && message[0] == FIRST_LETTER_OF_THE_SIGNATURE) {
            at = HEADER + (int) INT.get(message, HEADER - BYTES_OF_A_LENGTH);
        }
        long rows = 0;
        while (at < message.length) {
            int columns = message[at] << 8 | (message[at + 1] & 0xFF);
            at += 2;
            if (columns < 0) {
                return rows;
            }
            long recordedAt = (long) LONG.get(message, at + BYTES_OF_A_LENGTH);
            at += BYTES_OF_A_LENGTH + Long.BYTES;
            long sequence = (long) LONG.get(message, at + BYTES_OF_A_LENGTH);
            at += BYTES_OF_A_LENGTH + Long.BYTES;
            fact.begin(message, recordedAt, sequence);
            for (int text = 0; text < columns - 2; text++) {
                at = part(PARTS[text], message, at);
            }
            reader.take(fact);
            rows++;
        }
        return rows;
    }

    private int part(Part part, byte[] message, int at) {
        int length = (int) INT.get(message, at);
        int start = at + BYTES_OF_A_LENGTH;
        fact.part(part, start, length);
        return start + length;
    }
}
