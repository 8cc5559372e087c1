package fr.mentoratdurgence.mentor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a text without keeping it readable. Keyed, so that nobody can try texts against a stolen table; under a key
 * of its own for each purpose, derived from those that encrypt, so that what is kept for one purpose says nothing to
 * another.
 */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> keys = new ArrayList<>();

    /** {@code id:<base64>,...}: the first key writes, all of them recognise. */
    KeyedHash(String personalDataKeys, String purpose) {
        for (String key : personalDataKeys.split(",", -1)) {
            byte[] bytes = Base64.getDecoder()
                    .decode(key.substring(key.indexOf(':') + 1).strip());
            keys.add(mac(bytes, purpose));
        }
    }

    /** The hash to store. */
    String current(String text) {
        return HexFormat.of().formatHex(mac(keys.getFirst(), text));
    }

    /** All hashes under which the text may have been stored. */
    List<String> possible(String text) {
        return keys.stream()
                .map(key -> HexFormat.of().formatHex(mac(key, text)))
                .toList();
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
