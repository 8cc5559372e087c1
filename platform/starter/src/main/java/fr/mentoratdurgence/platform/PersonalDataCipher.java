package fr.mentoratdurgence.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals adults' personal data for a database column: AES-256-GCM with a fresh nonce, bound to its row, the key's id in
 * the envelope ({@code k1:<base64>}), so that keys can be rotated.
 */
public final class PersonalDataCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;
    private final SecureRandom random = new SecureRandom();

    /**
     * Seals with the first key, opens with any.
     *
     * @param keys {@code id:<base64 of 32 bytes>}, separated by commas
     * @throws IllegalArgumentException where a key has the wrong shape; its value is not in the message
     */
    public PersonalDataCipher(String keys) {
        for (String entry : keys.split(",", -1)) {
            int colon = entry.indexOf(':');
            byte[] bytes = colon < 1
                    ? new byte[0]
                    : Base64.getDecoder().decode(entry.substring(colon + 1).strip());
            if (bytes.length != 32) {
                throw new IllegalArgumentException(
                        "PERSONAL_DATA_KEYS must be id:<base64 of 32 bytes>, separated by commas");
            }
            this.keys.put(entry.substring(0, colon).strip(), new SecretKeySpec(bytes, "AES"));
        }
        this.current = this.keys.keySet().iterator().next();
    }

    /**
     * Seals a text.
     *
     * @param boundTo id of the row it belongs to: it opens nowhere else
     */
    public String seal(String plain, String boundTo) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, boundTo).doFinal(plain.getBytes(UTF_8));
            byte[] envelope = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, envelope, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, envelope, NONCE_BYTES, sealed.length);
            return current + ":" + Base64.getEncoder().encodeToString(envelope);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot seal", failed);
        }
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException where it was sealed for another row, with an unknown key, or was changed
     */
    public String open(String sealed, String boundTo) {
        try {
            int colon = sealed.indexOf(':');
            byte[] envelope = Base64.getDecoder().decode(sealed.substring(colon + 1));
            byte[] nonce = java.util.Arrays.copyOf(envelope, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.substring(0, colon), nonce, boundTo);
            return new String(cipher.doFinal(envelope, NONCE_BYTES, envelope.length - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException | RuntimeException failed) {
            throw new IllegalStateException("cannot open personal data", failed);
        }
    }

    /**
     * Keyed mark of a text: tells whether it is the same again, and nothing else; other under the next key.
     *
     * @param boundTo whose mark it is: the same text has another one elsewhere
     */
    public String mark(String plain, String boundTo) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.get(current));
            mac.update(boundTo.getBytes(UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(UTF_8)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot mark", failed);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String boundTo) throws GeneralSecurityException {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new GeneralSecurityException("unknown key " + keyId);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(UTF_8));
        return cipher;
    }
}
