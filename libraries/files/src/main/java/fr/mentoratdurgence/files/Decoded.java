package fr.mentoratdurgence.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a file, in the encoding in which it was written: UTF-8, what spreadsheets on Windows write
 * (windows-1252), or UTF-16 (« Texte Unicode »). Where two of them are mixed, the bytes of the rarer one become characters
 * for private use, so that their cells can be named: nothing is guessed.
 */
final class Decoded {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\ufeff';

    /** First of 256 characters that stand for one byte each. */
    private static final int BYTES_UNREAD = 0xF700;

    /** So many times more bytes of windows-1252 than pairs of UTF-8 make the file one of windows-1252. */
    private static final int CLEARLY = 4;

    private static final int PROBE = 400;

    private Decoded() {}

    static String of(byte[] bytes) {
        String text = decode(bytes);
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            // the mark is three bytes of UTF-8 whatever program wrote the rest
            return new String(bytes, 0, 3, StandardCharsets.UTF_8)
                    + bytesOf(Arrays.copyOfRange(bytes, 3, bytes.length));
        }
        return bytesOf(bytes);
    }

    private static String bytesOf(byte[] bytes) {
        if (isUtf16WithoutMark(bytes)) {
            return new String(bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        int sequences = 0;
        int strays = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            strays += length == 0 ? 1 : 0;
            sequences += length > 1 ? 1 : 0;
            i += Math.max(1, length);
        }
        if (strays == 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (sequences == 0) {
            return new String(bytes, WINDOWS);
        }
        return mixed(bytes, strays <= CLEARLY * (long) sequences);
    }

    private static String mixed(byte[] bytes, boolean utf8) {
        var text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            boolean read = length == 1 || (length > 1) == utf8;
            int step = Math.max(1, length);
            if (read) {
                text.append(new String(bytes, i, step, utf8 ? StandardCharsets.UTF_8 : WINDOWS));
            } else {
                for (int k = i; k < i + step; k++) {
                    text.append((char) (BYTES_UNREAD + (bytes[k] & 0xFF)));
                }
            }
            i += step;
        }
        return text.toString();
    }

    /** Bytes of the UTF-8 sequence that begins here: 1 for ASCII, 0 where there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xC2 && first < 0xE0
                ? 2
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
        if (at + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /**
     * A heading in which bytes of the other encoding stand, read in that encoding: it is only compared with the names of
     * columns, and kept nowhere.
     */
    static String heading(String text) {
        if (text.chars().noneMatch(Decoded::isUnread)) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        var read = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isUnread(text.charAt(i))) {
                bytes.write(text.charAt(i) - BYTES_UNREAD);
                continue;
            }
            read.append(decode(bytes.toByteArray()));
            bytes.reset();
            if (i < text.length()) {
                read.append(text.charAt(i));
            }
        }
        return read.toString();
    }

    private static boolean isUnread(int sign) {
        return sign >= BYTES_UNREAD && sign < BYTES_UNREAD + 256;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i == bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Every other byte of its beginning is zero. */
    private static boolean isUtf16WithoutMark(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int length = Math.min(PROBE, bytes.length) & ~1;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int most = length / 2;
        return most > 2 && Math.max(even, odd) > most * 3 / 4 && Math.min(even, odd) == 0;
    }
}
