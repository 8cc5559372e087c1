package fr.mentoratdurgence.mentor.accounts;

import java.security.SecureRandom;

/**
 * A password to be said on the telephone and changed at the first login: syllables that nobody mishears, then digits;
 * 45 random bits.
 */
final class TemporaryPassword {
    private static final String CONSONANTS = "bdflmnprtv";
    private static final String VOWELS = "aiou";
    private static final int GROUPS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryPassword() {}

    /** For example {@code bora-mifu-tapo-4720}. */
    static String next() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(syllable()).append(syllable()).append('-');
        }
        return password.append("%04d".formatted(RANDOM.nextInt(10_000))).toString();
    }

    private static String syllable() {
        return "" + CONSONANTS.charAt(RANDOM.nextInt(CONSONANTS.length()))
                + VOWELS.charAt(RANDOM.nextInt(VOWELS.length()));
    }
}
