package fr.mentoratdurgence.reporting.bilan;

/** The form of what figures are broken down by: a code is safe in a text, a table, a page and a hash. */
final class Codes {
    private static final int LONGEST = 40;

    private Codes() {}

    static void check(String code) {
        boolean wellFormed =
                !code.isEmpty() && code.length() <= LONGEST && code.chars().allMatch(Codes::isCodeLetter);
        if (!wellFormed) {
            throw new IllegalArgumentException("not a code");
        }
    }

    static void checkNotNegative(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative");
        }
    }

    private static boolean isCodeLetter(int letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == '+';
    }
}
