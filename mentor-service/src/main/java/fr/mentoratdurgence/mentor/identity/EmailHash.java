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
 * Recognises an e-mail address without keeping it readable. Keyed, so that nobody can try addresses against a stolen
 * table; under its own key, derived from the one that encrypts.
 */
final class EmailHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> keys = new ArrayList<>();

    /** {@code id:<base64>,...}: the first key writes, all of them recognise. */
    EmailHash(String personalDataKeys) {
        for (String key : personalDataKeys.split(",", -1)) {
            byte[] bytes = Base64.getDecoder()
                    .decode(key.substring(key.indexOf(':') + 1).strip());
            keys.add(mac(bytes, "mentor-email"));
        }
    }

    /** The hash to store. */
    String current(String email) {
        return HexFormat.of().formatHex(mac(keys.getFirst(), email));
    }

    /** All hashes under which the address may have been stored. */
    List<String> possible(String email) {
        return keys.stream()
                .map(key -> HexFormat.of().formatHex(mac(key, email)))
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
