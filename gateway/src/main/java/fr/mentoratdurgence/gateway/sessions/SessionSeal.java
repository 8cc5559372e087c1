package fr.mentoratdurgence.gateway.sessions;

import fr.mentoratdurgence.sealing.Seal;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Seals the attributes of one session, bound to its row so that rows cannot be swapped. */
final class SessionSeal {
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    /** @param secret empty = a key that lives as long as this process */
    SessionSeal(String secret) {
        this.key = secret.isEmpty() ? Seal.random(KEY_BYTES) : hash(secret);
    }

    /** What stands for a cookie value in the table. */
    static byte[] hash(String value) {
        return Sha256.of(value);
    }

    byte[] seal(byte[] row, Map<String, Object> attributes) {
        var plain = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(plain)) {
            out.writeObject(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Seal.seal(key, plain.toByteArray(), row);
    }

    @SuppressWarnings("unchecked") // sealed by us, so written by seal
    Map<String, Object> open(byte[] row, byte[] sealed)
            throws GeneralSecurityException, IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(Seal.open(key, sealed, row)))) {
            return (Map<String, Object>) in.readObject();
        }
    }
}
