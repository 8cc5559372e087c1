package fr.mentoratdurgence.reporting.ledger;

/**
 * The 128 bits of an id such as {@code need-<uuid>}: those of its UUID, or else those of a hash of all its letters.
 * Ids are read from the letters where they stand: no text is made of them.
 */
public final class Id {
    private static final int UUID_LENGTH = 36;
    private static final byte[] HEX = hex();

    private long high;
    private long low;

    /** The first half. */
    public long high() {
        return high;
    }

    /** The second half. */
    public long low() {
        return low;
    }

    /** Reads an id from letters. */
    public Id read(char[] letters, int start, int length) {
        if (length < UUID_LENGTH || !readUuid(letters, start + length - UUID_LENGTH)) {
            hash(letters, start, length);
        }
        return this;
    }

    /** Reads an id from a text. */
    public Id read(String text) {
        return read(text.toCharArray(), 0, text.length());
    }

    private boolean readUuid(char[] letters, int start) {
        long first = 0;
        long second = 0;
        int digits = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            char letter = letters[start + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (letter != '-') {
                    return false;
                }
                continue;
            }
            int digit = letter < HEX.length ? HEX[letter] : -1;
            if (digit < 0) {
                return false;
            }
            if (digits++ < 16) {
                first = first << 4 | digit;
            } else {
                second = second << 4 | digit;
            }
        }
        high = first;
        low = second;
        return true;
    }

    private void hash(char[] letters, int start, int length) {
        long first = 0x243F6A8885A308D3L ^ length;
        long second = 0x13198A2E03707344L + length;
        for (int i = start; i < start + length; i++) {
            first = mix(first ^ letters[i]);
            second = mix(second + letters[i] * 0x9E3779B97F4A7C15L);
        }
        high = first;
        low = second;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static byte[] hex() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            values[Character.forDigit(digit, 16)] = (byte) digit;
            values[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
        }
        return values;
    }
}
