package fr.mentoratdurgence.platform.accounts;

import java.security.SecureRandom;

/** Words that are said on the telephone: syllables that nobody mishears, then digits; they say nothing of anybody. */
final class Spoken {
    private static final String CONSONANTS = "bdflmnprtv";
    private static final String VOWELS = "aiou";
    private static final int SYLLABLES_OF_A_LOGIN = 3;
    private static final int GROUPS_OF_A_PASSWORD = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Spoken() {}

    /** A login, for example {@code miruta472}: one of 57 million; whoever gets one that is taken draws again. */
    static String login() {
        StringBuilder login = new StringBuilder();
        for (int syllable = 0; syllable < SYLLABLES_OF_A_LOGIN; syllable++) {
            login.append(syllable());
        }
        return login.append(RANDOM.nextInt(100, 1_000)).toString();
    }

    /** A password to be changed at the first login, for example {@code bora-mifu-tapo-4720}: 45 random bits. */
    static String password() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS_OF_A_PASSWORD; group++) {
            password.append(syllable()).append(syllable()).append('-');
        }
        return password.append("%04d".formatted(RANDOM.nextInt(10_000))).toString();
    }

    private static String syllable() {
        return "" + CONSONANTS.charAt(RANDOM.nextInt(CONSONANTS.length()))
                + VOWELS.charAt(RANDOM.nextInt(VOWELS.length()));
    }
}
