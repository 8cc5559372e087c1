package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, with what stands between them, and which of them are spoken for already. */
final class TextWords {
    enum Shape {
        LOWER,
        CAPITAL,
        UPPER
    }

    /** @param opens whether a clause starts with it, so that its capital says nothing */
    record Word(int start, int end, String plain, Shape shape, boolean opens) {
        boolean raised() {
            return shape != Shape.LOWER;
        }

        /** Whether it is written in letters of another script than ours. */
        boolean foreign() {
            return plain.codePoints()
                    .anyMatch(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN
                            && Character.isLetter(c)
                            && Character.UnicodeScript.of(c) != Character.UnicodeScript.COMMON);
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:-[\\p{L}\\p{M}]++)*+");
    private static final Pattern NEW_CLAUSE =
            Pattern.compile("[^\\p{L}]*[.!?:;,\\n(\\[\"«»/+•]+[^\\p{L}]*|[^\\p{L}]* -+ ?[^\\p{L}]*");
    private static final Pattern NEW_SENTENCE =
            Pattern.compile("[^\\p{L}]*[.!?:;\\n(\\[\"«»•]+[^\\p{L}]*|[^\\p{L}]* -+ ?[^\\p{L}]*");
    /** Between the words of one name; a point after an initial or a title too. */
    private static final Pattern WITHIN_NAME = Pattern.compile("[ '\\-]{1,2}|\\. ?");

    private final PlainText text;
    private final List<Word> words;
    private final boolean[] taken;
    private final boolean allUpper;

    TextWords(PlainText text) {
        this.text = text;
        this.words = words(text);
        this.taken = new boolean[words.size()];
        this.allUpper = words.size() > 1
                && words.stream()
                        .noneMatch(word ->
                                word.shape() != Shape.UPPER && word.plain().length() > 1);
    }

    int size() {
        return words.size();
    }

    Word get(int i) {
        return words.get(i);
    }

    /** Whether the text is in capitals throughout, which then say nothing. */
    boolean allUpper() {
        return allUpper;
    }

    boolean taken(int i) {
        return taken[i];
    }

    /** Nothing else is said of the words from here to there, both included. */
    void take(int first, int last) {
        for (int i = first; i <= last; i++) {
            taken[i] = true;
        }
    }

    /** Whether two neighbours can belong to one name. */
    boolean near(int left, int right) {
        return WITHIN_NAME.matcher(gap(left, right)).matches();
    }

    /** What stands between two neighbours. */
    String gap(int left, int right) {
        int start = words.get(left).end();
        int end = words.get(right).start();
        return end - start > 12 ? "…" : text.cased().substring(start, end);
    }

    /** The text behind a place, as far as a rule looks. */
    String rest(int end) {
        return text.plain().substring(end, Math.min(text.plain().length(), end + 60));
    }

    Find find(PersonalDataKind kind, int first, int last) {
        return text.find(kind, words.get(first).start(), words.get(last).end());
    }

    private static List<Word> words(PlainText text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.cased());
        int end = 0;
        while (matcher.find()) {
            String cased = matcher.group();
            String between = text.cased().substring(end, matcher.start());
            boolean opens = words.isEmpty() || NEW_SENTENCE.matcher(between).matches();
            boolean clause = opens || NEW_CLAUSE.matcher(between).matches();
            words.add(new Word(
                    matcher.start(),
                    matcher.end(),
                    text.plain().substring(matcher.start(), matcher.end()),
                    shape(cased),
                    clause));
            end = matcher.end();
        }
        return words;
    }

    private static Shape shape(String word) {
        if (!Character.isUpperCase(word.charAt(0))) {
            return Shape.LOWER;
        }
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.FRENCH)) ? Shape.UPPER : Shape.CAPITAL;
    }
}
