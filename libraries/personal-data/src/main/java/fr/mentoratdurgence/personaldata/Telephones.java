package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers of any shape. Digits stand in groups with almost anything between them; whichever neighbouring groups
 * together make a number are found, one pass over the text.
 */
final class Telephones {
    private record Group(int start, int end, String digits) {}

    /** What may stand between two groups of one number, at most four characters of it. */
    private static final Pattern BETWEEN = Pattern.compile("(?:[ ./_()\\[\\]\\\\='\\-*·•|:~]|,(?! )){1,4}+");

    private static final Pattern ROOMY_BETWEEN = Pattern.compile("[ ./_()\\-*·•|:~,;+]{1,4}+");
    private static final Pattern GROUP = Pattern.compile(
            "(?:[0-9]|o(?=[0-9])|(?<=[0-9])o(?![a-z])|(?<=[0-9][. \\-]|[0-9][. \\-]o)o(?=o?[. \\-][0-9o]))++");
    private static final Pattern DAY =
            Pattern.compile("(?<![0-9])[0-3]?[0-9][/.\\-][01]?[0-9][/.\\-](?:19|20)[0-9]{2}(?![0-9])"
                    + "|(?<![0-9])(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9][0-9]{8}");
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[67][0-9]{8}");
    private static final Pattern OF_FRANCE = Pattern.compile("(?:33|262|590|594|596|508|681|687|689)0?[1-9][0-9]{5,8}");
    /** Five pairs with whatever signs between them, and no more pairs around: one number, unless they count upwards. */
    private static final Pattern FIVE_PAIRS = Pattern.compile(
            "(?<![0-9][^\\p{L}0-9]{0,3})0[1-9](?:[^\\p{L}0-9]{1,6}+[0-9]{2}){4}(?![^\\p{L}0-9]{0,3}[0-9])");

    private static final Pattern HOURS =
            Pattern.compile("(?<![0-9:])[0-2]?[0-9]:[0-5][0-9] ?(?:-|/|a|et) ?[0-2]?[0-9]:[0-5][0-9](?![0-9:])");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![0-9:])[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:[.,][0-9]{1,9})?(?:[+-][0-9]{2}:?[0-9]{2})?(?![0-9:])");
    private static final String DAY_OF_A_MONTH = "[0-3]?[0-9]/(?:0?[1-9]|1[0-2])";
    private static final Pattern DAYS = Pattern.compile(
            "(?<![0-9/])" + DAY_OF_A_MONTH + "(?: ?(?:-|,|et|au) ?" + DAY_OF_A_MONTH + "){1,60}+(?![0-9/])");
    private static final Pattern CUE = Pattern.compile(
            "(?:\\btel\\b|telephon|portable|mobile|appel|joindre|joignable|contact|numero|\\bnum\\b|sms|whatsapp)"
                    + "[^0-9\\n]{0,25}$");
    private static final Pattern COUNTS = Pattern.compile(
            "(?:page|exercice|ex|note|chapitre|groupe|ligne|question|score|resultat|lecon)s?[ .:]{1,3}$");
    private static final Pattern WORD = Pattern.compile("[a-z]++|[0-9]++");
    private static final Map<String, Integer> NUMBERS = numbers();

    private final PlainText text;
    private final List<Find> finds = new ArrayList<>();

    private Telephones(PlainText text) {
        this.text = text;
    }

    static List<Find> in(PlainText text) {
        Telephones telephones = new Telephones(text);
        telephones.inDigits();
        telephones.inWords();
        return telephones.finds;
    }

    private void inDigits() {
        String plain = withoutTimes(text.plain());
        List<Group> row = new ArrayList<>();
        Matcher groups = GROUP.matcher(plain);
        while (groups.find()) {
            Group group = new Group(groups.start(), groups.end(), groups.group().replace('o', '0'));
            if (!row.isEmpty()
                    && !joined(
                            plain,
                            row.getLast().end(),
                            group.start(),
                            row.getFirst().start())) {
                inRow(plain, row);
                row.clear();
            }
            row.add(group);
        }
        inRow(plain, row);
        Matcher pairs = FIVE_PAIRS.matcher(plain);
        while (pairs.find()) {
            List<String> numbers = GROUP.matcher(pairs.group())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (!countsUpwards(numbers) && !counted(plain, pairs.start(), numbers)) {
                finds.add(text.find(PersonalDataKind.TELEPHONE, pairs.start(), pairs.end()));
            }
        }
    }

    /** « 06, 07, 08, 09, 10 »: pages, or groups. */
    private static boolean countsUpwards(List<String> numbers) {
        return numbers.equals(numbers.stream().sorted().distinct().toList());
    }

    private static boolean joined(String plain, int end, int start, int from) {
        if (start - end > 4) {
            return false;
        }
        String between = plain.substring(end, start);
        return BETWEEN.matcher(between).matches()
                || (ROOMY_BETWEEN.matcher(between).matches() && cued(plain, from));
    }

    private static boolean cued(String plain, int at) {
        return CUE.matcher(plain.substring(Math.max(0, at - 40), at)).find();
    }

    private void inRow(String plain, List<Group> row) {
        int first = 0;
        while (first < row.size()) {
            int last = number(plain, row, first);
            if (last < 0
                    || counted(
                            plain,
                            row.get(first).start(),
                            row.subList(first, last + 1).stream()
                                    .map(Group::digits)
                                    .toList())) {
                first++;
            } else {
                finds.add(text.find(
                        PersonalDataKind.TELEPHONE,
                        opening(plain, row.get(first).start()),
                        row.get(last).end()));
                first = last + 1;
            }
        }
    }

    /** « Pages 06-07-08-09-10 », « Notes 08 12 14 06 10 »: pairs of small numbers behind a word that counts. */
    private static boolean counted(String plain, int at, List<String> numbers) {
        return COUNTS.matcher(plain.substring(Math.max(0, at - 20), at)).find()
                && numbers.stream().allMatch(number -> number.length() == 2 && number.compareTo("20") <= 0);
    }

    /** The last group of a number that starts with this one; -1 where none does. At most fifteen digits are looked at. */
    private static int number(String plain, List<Group> row, int first) {
        StringBuilder digits = new StringBuilder();
        boolean abroad = plus(plain, row.get(first).start());
        boolean cued = cued(plain, row.get(first).start());
        int found = -1;
        for (int i = first; i < row.size() && digits.length() <= 16; i++) {
            digits.append(row.get(i).digits());
            if (isNumber(digits, abroad, cued, i - first + 1)) {
                found = i;
            }
        }
        return found;
    }

    private static boolean isNumber(CharSequence digits, boolean abroad, boolean cued, int groups) {
        int length = digits.length();
        if (NATIONAL.matcher(digits).matches()
                || (OF_FRANCE.matcher(digits).matches() && length >= 11 && length <= 13)) {
            return true;
        }
        String all = digits.toString();
        if (all.startsWith("00") && length >= 11 && length <= 16) {
            return all.charAt(2) != '0';
        }
        if (abroad && length >= 9 && length <= 15) {
            return true;
        }
        boolean short9 = WITHOUT_ZERO.matcher(digits).matches() && (groups == 1 || groups >= 3);
        return short9 || (cued && length >= 8 && length <= 12);
    }

    private static boolean plus(String plain, int at) {
        return plain.substring(Math.max(0, at - 2), at).indexOf('+') >= 0;
    }

    private static int opening(String plain, int at) {
        int start = at;
        while (start > 0 && "+(".indexOf(plain.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    private static String withoutTimes(String plain) {
        String left = plain;
        for (Pattern times : List.of(CLOCK, HOURS, DAYS, DAY)) {
            left = times.matcher(left)
                    .replaceAll(time -> "x".repeat(time.group().length()));
        }
        return left;
    }

    /** « zéro six trente-neuf … », told in words, or in words and digits. */
    private void inWords() {
        Matcher words = WORD.matcher(text.plain());
        StringBuilder digits = new StringBuilder();
        int start = 0;
        int end = -1;
        int told = 0;
        int tens = 0;
        while (words.find()) {
            String word = words.group();
            boolean number = (Character.isDigit(word.charAt(0)) && word.length() <= 2) || NUMBERS.containsKey(word);
            boolean near = end >= 0 && words.start() - end <= 3;
            if (!near || (!number && !(word.equals("et") && tens > 0))) {
                told(digits, told, start, end);
                digits.setLength(0);
                told = 0;
                tens = 0;
                end = -1;
            }
            if (number) {
                if (end < 0) {
                    start = words.start();
                }
                end = words.end();
                int value = NUMBERS.getOrDefault(word, -1);
                told += value >= 0 ? 1 : 0;
                if (value >= 0) {
                    tens = append(digits, value, word, tens);
                } else {
                    digits.append(word);
                    tens = 0;
                }
            } else if (end >= 0) {
                end = words.end();
            }
        }
        told(digits, told, start, end);
    }

    /** Adds a word of a number; the answer is what a following unit may still be added to: 60 after « soixante ». */
    private static int append(StringBuilder digits, int value, String word, int tens) {
        int length = digits.length();
        if (tens == 4 && (word.equals("vingt") || word.equals("vingts"))) {
            digits.setLength(length - 1);
            digits.append("80");
            return 80;
        }
        boolean teens = tens == 60 || tens == 80;
        boolean unit = value > 0 && (value < 10 || (teens && value < 20));
        if (tens >= 10 && unit) {
            digits.setLength(length - 2);
            digits.append(tens + value);
            return teens && value == 10 ? tens + value : 0;
        }
        digits.append(value);
        return value == 4 || (value >= 10 && value % 10 == 0) ? value : 0;
    }

    private void told(CharSequence digits, int told, int start, int end) {
        boolean zeroFirst = digits.length() >= 4 && digits.charAt(0) == '0' && digits.charAt(1) != '0';
        if (told >= 2 && (zeroFirst || digits.length() >= 9)) {
            finds.add(text.find(PersonalDataKind.TELEPHONE, start, end));
        }
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        String[] units = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
                .split(" ", -1);
        for (int i = 0; i < units.length; i++) {
            numbers.put(units[i], i);
        }
        numbers.put("une", 1);
        numbers.put("vingt", 20);
        numbers.put("vingts", 20);
        numbers.put("trente", 30);
        numbers.put("quarante", 40);
        numbers.put("cinquante", 50);
        numbers.put("soixante", 60);
        numbers.put("septante", 70);
        numbers.put("huitante", 80);
        numbers.put("nonante", 90);
        return Map.copyOf(numbers);
    }
}
