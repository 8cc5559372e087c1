package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.personaldata.Find;
import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.personaldata.PersonalDataKind;
import fr.mentoratdurgence.personaldata.TextPlace;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may stand in the memory of the platform. The law of facts: ids, codes, numbers and dates, nothing else. Elsewhere
 * texts may stand, but none about a person; and what is sealed is sealed.
 */
final class StoredText {
    /** A text where the law of facts allows none. */
    static final String FREE_TEXT = "texte-libre";
    /** A column of sealed data with something else in it. */
    static final String NOT_SEALED = "non-scelle";

    private static final Pattern STRUCTURE = Pattern.compile(
            // ids: kind-uuid, with a suffix or several of them; structure-UAI
            "(?:[a-z]{1,20}-){0,3}[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?:[:/#-][A-Za-z0-9:_.#-]{0,120})?"
                    + "|structure-(?:siret-|rna-)?[0-9A-Z]{8,14}|[0-9]{7}[A-Z]|MU-[0-9A-Z]{4}-[0-9A-Z]{4}|M-[0-9A-Z]{1,8}"
                    // codes, types and versions, which have an underscore, a hump, a digit, a point or a slash
                    + "|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{1,3}[0-9]{0,3}|(?:[A-Z][a-z0-9]+){2,}|[a-z]+(?:[A-Z][a-z0-9]+)+"
                    + "|[A-Za-z0-9]+(?:-[a-z0-9]+)*(?:[./][A-Za-z0-9_$-]+)+|[a-z]{1,12}"
                    // the number of a fact in its stream, as CloudEvents sorts it: nobody dials it
                    + "|0{4}[0-9]{6}"
                    // hashes, numbers, days, hours, instants, lengths of time
                    + "|[0-9a-f]{32,128}|[0-9A-F]{40}|-?[0-9]{1,5}(?:\\.[0-9]{1,12})?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2}(?::[0-9.]+)?"
                    + "|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]{5,18}(?:Z|[+-][0-9:]{2,5})?|P[0-9DTHMS.]+|[0-9]{2}|2[AB](?:[0-9]{3})?|\\*|");

    /** Short words of the platform's own: kinds of aggregates, sources of facts, the operation's one policy, a rule. */
    private static final Pattern OWN = Pattern.compile(
            "Assessment|Care|Mentor|Pack|Pair|Plan|Policy|Proposal|Staff|Wishes|/[a-z]{1,12}-service|policy-operation|policy:first|login-server|operator-installation|CHANNEL");

    /** Ids in a longer text, and how a line of figures begins, such as {@code sessions.held v1 channel VIDEO}. */
    private static final Pattern WITHIN = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            + "|(?m:^[a-z.-]+ v[0-9]+ [a-zA-Z-]+ [A-Z0-9_]{1,40}(?= ))");

    private static final Pattern WORD_IN_CAPITALS = Pattern.compile("[A-Z]{4,30}");
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]{1,20}:[A-Za-z0-9+/=]{38,}");
    /** The same as bytes, as a database writes them: the name of a key, a colon, and what nobody reads. */
    private static final Pattern SEALED_BYTES = Pattern.compile("\\\\x(?:[2-7][0-9a-f]){1,20}?3a[0-9a-f]{56,}");

    private static final Pattern TECHNICAL = Pattern.compile(
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+(?:Z|[+-][0-9:]+)?"
                    + "|[0-9a-f]{16,}|[0-9]+(?:\\.[0-9]+){2,}|[A-Za-z0-9_$]+(?:\\.[A-Za-z0-9_$]+){2,}(?:@[0-9a-f]+)?");
    /** How a number begins that somebody dials: a broker counts its records in brackets. */
    private static final Pattern DIALLED = Pattern.compile("\\(?[0+]");
    /** What a log can hold without a person's fault; a name is a word there like any other. */
    private static final Set<PersonalDataKind> IN_LOGS = EnumSet.of(
            PersonalDataKind.EMAIL, PersonalDataKind.TELEPHONE, PersonalDataKind.NIR, PersonalDataKind.ADDRESS);

    private final PersonalDataDetector detector = new PersonalDataDetector();

    /** Rules broken by a text of a fact, each with a sign of the words that is not the words. */
    Map<String, String> ofFact(String text) {
        if (isStructure(text)) {
            return Map.of();
        }
        Map<String, String> rules = detected(text, TextPlace.NOTE);
        if (!WORD_IN_CAPITALS.matcher(text).matches()) {
            rules.putIfAbsent(FREE_TEXT, sign(text));
        }
        return rules;
    }

    /**
     * Rules broken by a text in another table.
     *
     * @param published the row repeats what the State publishes
     */
    Map<String, String> ofColumn(String table, String column, boolean published, String text) {
        if (column.endsWith("_sealed") || column.startsWith("sealed_")) {
            boolean sealed =
                    SEALED.matcher(text).matches() || SEALED_BYTES.matcher(text).matches();
            return text.isEmpty() || sealed ? Map.of() : Map.of(NOT_SEALED, sign(text));
        }
        if (isStructure(text) || SEALED.matcher(text).matches()) {
            return Map.of();
        }
        return detected(text, place(table, column, published));
    }

    private static TextPlace place(String table, String column, boolean published) {
        if (published || column.equals("commune")) {
            return TextPlace.PUBLISHED;
        }
        return table.equals("structure_name") ? TextPlace.TITLE : TextPlace.NOTE;
    }

    /** Rules broken by a line of a log. */
    Map<String, String> ofLog(String line) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (Find find : detector.scan(TECHNICAL.matcher(line).replaceAll("."), TextPlace.PERSON)) {
            boolean dialled = find.kind() != PersonalDataKind.TELEPHONE
                    || DIALLED.matcher(find.words()).lookingAt();
            if (IN_LOGS.contains(find.kind()) && dialled) {
                rules.putIfAbsent(find.kind().id(), sign(find.words()));
            }
        }
        return rules;
    }

    private Map<String, String> detected(String text, TextPlace place) {
        Map<String, String> rules = new LinkedHashMap<>();
        detector.scan(WITHIN.matcher(text).replaceAll("."), place)
                .forEach(find -> rules.putIfAbsent(find.kind().id(), sign(find.words())));
        return rules;
    }

    private static boolean isStructure(String text) {
        return STRUCTURE.matcher(text).matches() || OWN.matcher(text).matches();
    }

    /** Enough to find the words in their place, too little to learn them. */
    private static String sign(String words) {
        int[] points = words.codePoints().toArray();
        return points.length < 4
                ? "…"
                : new String(points, 0, 1) + "…" + new String(points, points.length - 1, 1) + " (" + points.length
                        + ")";
    }
}
