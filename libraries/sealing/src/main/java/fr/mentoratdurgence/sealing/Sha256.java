package fr.mentoratdurgence.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256, the one hash that names contents. An instance is for what comes in parts. */
public final class Sha256 {
    private final MessageDigest digest;

    /** Of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Of what came before, and these. */
    public Sha256 add(byte[] bytes) {
        return add(bytes, bytes.length);
    }

    /** Of what came before, and the first ones of these. */
    public Sha256 add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    /** Of what came before, and this text in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(UTF_8));
    }

    /** The 32 bytes; from here on it is one of nothing again. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** In hexadecimal, 64 characters; from here on it is one of nothing again. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** In hexadecimal, 64 characters. */
    public static String hex(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    /** Of a text in UTF-8, in hexadecimal. */
    public static String hex(String text) {
        return new Sha256().add(text).hex();
    }

    /**
     * Of a file, in hexadecimal.
     *
     * @throws IOException where it cannot be read
     */
    public static String hex(Path file) throws IOException {
        Sha256 all = new Sha256();
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                var _ = all.add(part, length);
            }
        }
        return all.hex();
    }

    /** Of a text in UTF-8, 32 bytes. */
    public static byte[] of(String text) {
        return new Sha256().add(text).bytes();
    }

    /** An id made of a text: the same each time, and nobody can read the text in it. */
    public static UUID id(String text) {
        ByteBuffer half = ByteBuffer.wrap(of(text));
        return new UUID((half.getLong() & ~0xF000L) | 0x8000L, (half.getLong() & ~(3L << 62)) | (2L << 62));
    }
}
