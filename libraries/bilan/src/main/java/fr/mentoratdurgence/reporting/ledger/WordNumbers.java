package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;

/**
 * Numbers for words: codes that figures are broken down by, names of services and of contracts. Shared by ledgers that
 * are folded side by side and then joined; a word keeps its number for ever.
 */
public final class WordNumbers {
    /** What is no word of this vocabulary. */
    public static final int REFUSED = -1;

    private static final int LONGEST_CODE = 80;

    /** All words at one moment; never changed once it is published. */
    private static final class Words {
        final String[] texts;
        final int size;
        final int[] slots;

        Words(String[] texts, int size, int[] slots) {
            this.texts = texts;
            this.size = size;
            this.slots = slots;
        }
    }

    private final boolean codesOnly;
    private volatile Words words = new Words(new String[16], 0, new int[64]);

    private WordNumbers(boolean codesOnly) {
        this.codesOnly = codesOnly;
    }

    /**
     * Words that are safe in a text, a table, a page and a hash: at most 80 capital letters, digits, {@code _} and
     * {@code +}.
     */
    public static WordNumbers ofCodes() {
        return new WordNumbers(true);
    }

    /** Any words. */
    public static WordNumbers ofNames() {
        return new WordNumbers(false);
    }

    /** How many words there are. */
    public int size() {
        return words.size;
    }

    /** The word with this number. */
    public String text(int number) {
        return words.texts[number];
    }

    /** The number of a word, or {@link #REFUSED}. */
    public int number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }

    /** The number of a word, or {@link #REFUSED}. */
    public int number(char[] letters, int start, int length) {
        Words now = words;
        int found = now.slots[slot(now, letters, start, length)];
        return found == 0 ? learn(letters, start, length) : found - 1;
    }

    private synchronized int learn(char[] letters, int start, int length) {
        Words now = words;
        int slot = slot(now, letters, start, length);
        if (now.slots[slot] != 0) {
            return now.slots[slot] - 1;
        }
        if (codesOnly && !isCode(letters, start, length)) {
            return REFUSED;
        }
        int size = now.size + 1;
        String[] texts = Arrays.copyOf(now.texts, Math.max(now.texts.length, size * 2));
        texts[size - 1] = new String(letters, start, length);
        int[] slots = now.slots.clone();
        slots[slot] = size;
        Words more = new Words(texts, size, slots);
        words = size * 2 > slots.length ? larger(more) : more;
        return size - 1;
    }

    private static Words larger(Words tight) {
        Words roomy = new Words(tight.texts, tight.size, new int[tight.slots.length * 2]);
        for (int number = 0; number < tight.size; number++) {
            char[] letters = tight.texts[number].toCharArray();
            roomy.slots[slot(roomy, letters, 0, letters.length)] = number + 1;
        }
        return roomy;
    }

    private static int slot(Words words, char[] letters, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + letters[i];
        }
        int mask = words.slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (words.slots[slot] != 0 && !same(words.texts[words.slots[slot] - 1], letters, start, length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean same(String text, char[] letters, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != letters[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCode(char[] letters, int start, int length) {
        if (length == 0 || length > LONGEST_CODE) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            char letter = letters[i];
            boolean allowed = (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '_'
                    || letter == '+';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
