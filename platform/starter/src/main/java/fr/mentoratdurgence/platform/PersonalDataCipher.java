package fr.mentoratdurgence.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.sealing.KeyRing;
import fr.mentoratdurgence.sealing.Mark;
import fr.mentoratdurgence.sealing.Seal;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Seals adults' personal data for a database column, bound to its row, the key's id in the envelope
 * ({@code k1:<base64>}), so that keys can be rotated.
 */
public final class PersonalDataCipher {
    private final KeyRing keys;

    /**
     * Seals with the first key, opens with any.
     *
     * @param keys {@code id:<base64 of 32 bytes>}, separated by commas
     * @throws IllegalArgumentException where a key has the wrong shape; its value is not in the message
     */
    public PersonalDataCipher(String keys) {
        this.keys = new KeyRing("PERSONAL_DATA_KEYS", keys);
    }

    private PersonalDataCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** The same with keys of their own for what fewer people may read: nothing that is sealed elsewhere opens with them. */
    public PersonalDataCipher forPurpose(String purpose) {
        return new PersonalDataCipher(keys.forPurpose(purpose));
    }

    /** Id of the key that seals and marks. */
    public String currentKey() {
        return keys.current();
    }

    /** Ids of all keys, that one first. */
    public List<String> keys() {
        return keys.ids();
    }

    /**
     * Seals a text.
     *
     * @param boundTo id of the row it belongs to: it opens nowhere else
     */
    public String seal(String plain, String boundTo) {
        byte[] sealed = Seal.seal(keys.writing(), plain.getBytes(UTF_8), boundTo.getBytes(UTF_8));
        return keys.current() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws IllegalStateException where it was sealed for another row, with an unknown key, or was changed
     */
    public String open(String sealed, String boundTo) {
        try {
            int colon = sealed.indexOf(':');
            String id = sealed.substring(0, colon);
            byte[] key = keys.of(id).orElseThrow(() -> new GeneralSecurityException("unknown key " + id));
            byte[] envelope = Base64.getDecoder().decode(sealed.substring(colon + 1));
            return new String(Seal.open(key, envelope, boundTo.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException | RuntimeException failed) {
            throw new IllegalStateException("cannot open personal data", failed);
        }
    }

    /**
     * Seals a file, the key's id before it.
     *
     * @param boundTo id of the row it belongs to: it opens nowhere else
     */
    public byte[] seal(byte[] plain, String boundTo) {
        byte[] sealed = Seal.seal(keys.writing(), plain, boundTo.getBytes(UTF_8));
        byte[] key = (keys.current() + ":").getBytes(UTF_8);
        return ByteBuffer.allocate(key.length + sealed.length)
                .put(key)
                .put(sealed)
                .array();
    }

    /**
     * Opens a file that was sealed for this row.
     *
     * @throws IllegalStateException where it was sealed for another row, with an unknown key, or was changed
     */
    public byte[] open(byte[] sealed, String boundTo) {
        try {
            int colon = 0;
            while (sealed[colon] != ':') {
                colon++;
            }
            String id = new String(sealed, 0, colon, UTF_8);
            byte[] key = keys.of(id).orElseThrow(() -> new GeneralSecurityException("unknown key " + id));
            return Seal.open(key, Arrays.copyOfRange(sealed, colon + 1, sealed.length), boundTo.getBytes(UTF_8));
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
        return mark(keys.writing(), plain, boundTo);
    }

    /** All marks that this text may have been kept under: that of the key that writes, and those of the ones before. */
    public List<String> marks(String plain, String boundTo) {
        return keys.all().stream().map(key -> mark(key, plain, boundTo)).toList();
    }

    private static String mark(byte[] key, String plain, String boundTo) {
        return HexFormat.of().formatHex(Mark.of(key, boundTo.getBytes(UTF_8), new byte[1], plain.getBytes(UTF_8)));
    }
}
