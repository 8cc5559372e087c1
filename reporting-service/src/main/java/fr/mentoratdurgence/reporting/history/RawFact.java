package fr.mentoratdurgence.reporting.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.ledger.Moments;
import java.time.Instant;

/**
 * One fact as the history keeps it, seen where it stands in a buffer. The same object shows one fact after the other,
 * so that millions of them make no garbage.
 */
public final class RawFact {
    /** The texts of a fact, in the order in which they are copied. */
    public enum Part {
        ID,
        SOURCE,
        TYPE,
        SUBJECT,
        DATA,
        /** The rest of the envelope; not read for folds. */
        ATTRIBUTES;

        @SuppressWarnings("EnumOrdinal")
        int place() {
            return ordinal();
        }
    }

    private static final int PARTS = Part.values().length;

    private final int[] starts = new int[PARTS];
    private final int[] lengths = new int[PARTS];
    private byte[] bytes = new byte[0];
    private long recordedAt;
    private long sequence;

    /** A fact that stands alone. */
    public static RawFact of(
            String id, Instant recordedAt, String source, String subject, long sequence, String type, String data) {
        RawFact fact = new RawFact();
        byte[] all = (id + source + type + subject + data).getBytes(UTF_8);
        fact.begin(all, Moments.micros(recordedAt), sequence);
        int start = 0;
        Part[] parts = Part.values();
        String[] texts = {id, source, type, subject, data};
        for (int i = 0; i < texts.length; i++) {
            int length = texts[i].getBytes(UTF_8).length;
            fact.part(parts[i], start, length);
            start += length;
        }
        return fact;
    }

    void begin(byte[] buffer, long micros, long place) {
        bytes = buffer;
        recordedAt = micros;
        sequence = place;
    }

    void part(Part part, int start, int length) {
        starts[part.place()] = start;
        lengths[part.place()] = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(Part part) {
        return starts[part.place()];
    }

    int length(Part part) {
        return lengths[part.place()];
    }

    /** Record time, as {@link Moments} counts it. */
    public long recordedAt() {
        return recordedAt;
    }

    /** Its place in its stream. */
    public long sequence() {
        return sequence;
    }

    /** One of its texts. */
    public String text(Part part) {
        return new String(bytes, start(part), length(part), UTF_8);
    }
}
