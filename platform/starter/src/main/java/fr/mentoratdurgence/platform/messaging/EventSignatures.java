package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.sealing.KeyRing;
import fr.mentoratdurgence.sealing.Mark;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record comes from the operation itself. Whoever reaches the broker can put one on a topic, so each carries
 * the HMAC-SHA-256 of its topic, its key and its value, in which id and type stand; who has no key of the operation
 * cannot make it, nor move it to another topic or key. {@code contracts/README.md} says the same for other consumers.
 */
public final class EventSignatures {
    /** Header of a record: {@code <id of the key>:<base64>}. */
    public static final String HEADER = "event-signature";

    private final KeyRing keys;

    /**
     * Signs with the first key, believes any of them.
     *
     * @param keys {@code id:<base64 of 32 bytes>}, separated by commas
     */
    public EventSignatures(String keys) {
        this.keys = new KeyRing("EVENT_KEYS", keys);
    }

    /** The signature of a record. */
    public String sign(String topic, @Nullable String key, byte[] value) {
        return keys.current() + ":" + Base64.getEncoder().encodeToString(mark(keys.writing(), topic, key, value));
    }

    /** With these settings, all that a producer sends is signed. */
    public Map<String, Object> producerSettings() {
        return Map.of("interceptor.classes", SigningInterceptor.class.getName(), SigningInterceptor.SIGNATURES, this);
    }

    /** What is wrong with the signature of a record; nothing where it holds. */
    public Optional<Forged> fault(ConsumerRecord<String, String> record) {
        return fault(record.topic(), record.key(), String.valueOf(record.value()), written(record));
    }

    /** The same of a record that waited. */
    Optional<Forged> fault(DeadLetter letter) {
        boolean hasKey = !letter.recordKey().equals(DeadLetters.place(letter.recordPartition(), letter.recordOffset()));
        return fault(letter.topic(), hasKey ? letter.recordKey() : null, letter.envelope(), letter.signature());
    }

    private Optional<Forged> fault(String topic, @Nullable String key, String value, String signature) {
        int colon = signature.indexOf(':');
        if (colon < 1) {
            return Optional.of(new Forged("it has no signature"));
        }
        Optional<byte[]> known = keys.of(signature.substring(0, colon));
        if (known.isEmpty()) {
            return Optional.of(new Forged("it is signed with a key that is not in EVENT_KEYS"));
        }
        byte[] right = mark(known.get(), topic, key, value.getBytes(UTF_8));
        return Mark.same(right, decoded(signature.substring(colon + 1)))
                ? Optional.empty()
                : Optional.of(new Forged("its signature is that of something else"));
    }

    /** The signature that a record carries; empty where there is none. */
    static String written(ConsumerRecord<String, String> record) {
        Header header = record.headers().lastHeader(HEADER);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8).replace("\u0000", "");
    }

    private static byte[] decoded(String written) {
        try {
            return Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /** Each part after its length, so that none can pass for the end of another. */
    private static byte[] mark(byte[] secret, String topic, @Nullable String key, byte[] value) {
        byte[] where = topic.getBytes(UTF_8);
        byte[] whose = key == null ? new byte[0] : key.getBytes(UTF_8);
        return Mark.of(secret, length(where), where, length(whose), whose, length(value), value);
    }

    private static byte[] length(byte[] part) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
    }
}
