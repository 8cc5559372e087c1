package fr.mentoratdurgence.gateway.sessions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM over the attributes of one session, bound to its row so that rows cannot be swapped. */
final class SessionSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param secret empty = a key that lives as long as this process */
    SessionSeal(String secret) {
        this.key = new SecretKeySpec(secret.isEmpty() ? randomBytes(KEY_BYTES) : hash(secret), "AES");
    }

    /** What stands for a cookie value in the table. */
    static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(byte[] row, Map<String, Object> attributes) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        var plain = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(plain)) {
            out.writeObject(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, row, nonce).doFinal(plain.toByteArray());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // sealed by us, so written by seal
    Map<String, Object> open(byte[] row, byte[] sealed)
            throws GeneralSecurityException, IOException, ClassNotFoundException {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] plain = cipher(Cipher.DECRYPT_MODE, row, nonce).doFinal(sealed, buffer.position(), buffer.remaining());
        try (var in = new ObjectInputStream(new ByteArrayInputStream(plain))) {
            return (Map<String, Object>) in.readObject();
        }
    }

    private Cipher cipher(int mode, byte[] row, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row);
        return cipher;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
