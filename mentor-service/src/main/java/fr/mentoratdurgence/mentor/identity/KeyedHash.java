package fr.mentoratdurgence.mentor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.sealing.KeyRing;
import fr.mentoratdurgence.sealing.Mark;
import java.util.HexFormat;
import java.util.List;

/**
 * Recognises a text without keeping it readable. Keyed, so that nobody can try texts against a stolen table; under a key
 * of its own for each purpose, derived from those that encrypt, so that what is kept for one purpose says nothing to
 * another.
 */
final class KeyedHash {
    private final List<byte[]> keys;

    /** {@code id:<base64>,...}: the first key writes, all of them recognise. */
    KeyedHash(String personalDataKeys, String purpose) {
        keys = new KeyRing("PERSONAL_DATA_KEYS", personalDataKeys)
                .forPurpose(purpose)
                .all();
    }

    /** The hash to store. */
    String current(String text) {
        return hash(keys.getFirst(), text);
    }

    /** All hashes under which the text may have been stored. */
    List<String> possible(String text) {
        return keys.stream().map(key -> hash(key, text)).toList();
    }

    private static String hash(byte[] key, String text) {
        return HexFormat.of().formatHex(Mark.of(key, text.getBytes(UTF_8)));
    }
}
