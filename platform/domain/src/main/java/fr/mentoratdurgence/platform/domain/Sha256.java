package fr.mentoratdurgence.platform.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256, the one hash that names contents. */
public final class Sha256 {
    private Sha256() {}

    /** In hexadecimal, 64 characters. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** Of a text in UTF-8, in hexadecimal. */
    public static String hex(String text) {
        return hex(text.getBytes(UTF_8));
    }

    /** An id made of a text: the same each time, and nobody can read the text in it. */
    public static UUID id(String text) {
        ByteBuffer half = ByteBuffer.wrap(of(text.getBytes(UTF_8)));
        return new UUID((half.getLong() & ~0xF000L) | 0x8000L, (half.getLong() & ~(3L << 62)) | (2L << 62));
    }

    private static byte[] of(byte[] bytes) {
        return fresh().digest(bytes);
    }

    /** For what comes in parts. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
