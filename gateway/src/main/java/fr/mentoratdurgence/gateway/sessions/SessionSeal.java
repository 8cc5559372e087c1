package fr.mentoratdurgence.gateway.sessions;

import fr.mentoratdurgence.sealing.Seal;
import fr.mentoratdurgence.sealing.Sha256;
import java.security.GeneralSecurityException;

/** Seals the content of one row, bound to it so that rows cannot be swapped. */
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

    byte[] seal(byte[] row, byte[] content) {
        return Seal.seal(key, content, row);
    }

    byte[] open(byte[] row, byte[] sealed) throws GeneralSecurityException {
        return Seal.open(key, sealed, row);
    }
}
