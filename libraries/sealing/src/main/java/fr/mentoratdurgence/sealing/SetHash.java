package fr.mentoratdurgence.sealing;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * One hash of many texts in whatever order: the SHA-256 of each, added up modulo 2^256, with their number. Two places
 * that keep the same things in another order, or that are asked for them in portions, come to the same hash.
 *
 * @param count how many texts
 * @param hex   the sum, 64 hexadecimal characters
 */
public record SetHash(long count, String hex) {
    private static final BigInteger END = BigInteger.ONE.shiftLeft(256);
    private static final int CHARACTERS = 64;

    /** Of no text at all. */
    public static final SetHash EMPTY = new SetHash(0, "0".repeat(CHARACTERS));

    /** With one more text. */
    public SetHash plus(String text) {
        return new SetHash(count + 1, sum(new BigInteger(1, Sha256.of(text))));
    }

    /** With all that are in another one; none of them may be in both. */
    public SetHash plus(SetHash other) {
        return new SetHash(count + other.count, sum(other.number()));
    }

    private String sum(BigInteger more) {
        byte[] sum = number().add(more).mod(END).toByteArray();
        String digits = HexFormat.of().formatHex(sum);
        // a number may have a zero in front, for its sign, or begin with few bytes
        return digits.length() >= CHARACTERS
                ? digits.substring(digits.length() - CHARACTERS)
                : "0".repeat(CHARACTERS - digits.length()) + digits;
    }

    private BigInteger number() {
        return new BigInteger(hex, 16);
    }
}
