package fr.mentoratdurgence.needs.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of institutions and communes as French writes them: a name that stands in capitals, as the ministry's files have
 * many, is put into ordinary case, and the kind of school gets its accents. An accent that capitals have lost in the name of
 * a person or a place cannot be known, and is not made up.
 */
final class OrdinaryCase {
    /** A word, with the dots of initials; what stands between words stays as it is. */
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:\\.\\p{L})*|\\d+E(?:R|ME)?\\b");

    /** What schools are, with the accents that capitals lose. */
    private static final Map<String, String> KINDS = Stream.of(
                    "école",
                    "écoles",
                    "élémentaire",
                    "maternelle",
                    "primaire",
                    "collège",
                    "lycée",
                    "général",
                    "générale",
                    "privé",
                    "privée",
                    "public",
                    "publique",
                    "professionnel",
                    "professionnelle",
                    "polyvalent",
                    "polyvalente",
                    "technologique",
                    "technique",
                    "agricole",
                    "intercommunal",
                    "intercommunale",
                    "régional",
                    "régionale",
                    "expérimental",
                    "expérimentale",
                    "groupe",
                    "scolaire",
                    "annexe",
                    "établissement",
                    "enseignement",
                    "adapté",
                    "métiers",
                    "application")
            .collect(Collectors.toUnmodifiableMap(OrdinaryCase::bare, Function.identity()));

    private static final Set<String> SMALL =
            Set.of("au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "sous", "sur", "ou");

    private static final Set<String> ABBREVIATIONS = Set.of(
            "REP", "RPI", "RPID", "SEGPA", "ULIS", "EREA", "ERPD", "LP", "LPO", "LGT", "LEGT", "LEGTA", "LPA", "CFA",
            "IME", "ITEP", "MFR", "UPI", "UPE", "CLG", "CES", "CEG", "ZEP", "ZUP", "ZAC", "HLM", "CNED", "GRETA", "UEE",
            "UEMA");

    private static final Pattern ROMAN = Pattern.compile("[IVX]{2,}");

    private OrdinaryCase() {}

    /** The name of a school: « ECOLE ELEMENTAIRE JULES FERRY » is « École élémentaire Jules Ferry ». */
    static String school(String name) {
        return written(name, KINDS);
    }

    /** The name of a commune: « VITRY-SUR-SEINE » is « Vitry-sur-Seine ». */
    static String commune(String name) {
        return written(name, Map.of());
    }

    private static String written(String name, Map<String, String> kinds) {
        boolean capitals = name.codePoints().noneMatch(Character::isLowerCase);
        StringBuilder ordinary = new StringBuilder();
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            String kind = kinds.get(word.group().toLowerCase(Locale.FRENCH));
            boolean large = word.start() == 0 || (!capitals && Character.isUpperCase(name.charAt(word.start())));
            String written = word.group();
            if (kind != null && (capitals || !isAbbreviation(written))) {
                written = large ? capital(kind) : kind;
            } else if (capitals) {
                written = lowered(written, large, name.substring(word.end()));
            }
            word.appendReplacement(ordinary, Matcher.quoteReplacement(written));
        }
        return word.appendTail(ordinary).toString();
    }

    /** A word of a name in capitals, by what follows it: the d of « D’APPLICATION » is small, the one of « HENRI WALLON D » is large */
    private static String lowered(String word, boolean first, String after) {
        String small = word.toLowerCase(Locale.FRENCH);
        boolean elided = word.length() <= 2 && (after.startsWith("'") || after.startsWith("’"));
        if (Character.isDigit(word.charAt(0)) || elided || (SMALL.contains(small) && !after.isBlank())) {
            return first ? capital(small) : small;
        }
        return isAbbreviation(word) ? word : capital(small);
    }

    private static boolean isAbbreviation(String word) {
        return word.equals(word.toUpperCase(Locale.FRENCH))
                && (word.length() == 1
                        || word.indexOf('.') > 0
                        || ABBREVIATIONS.contains(word)
                        || ROMAN.matcher(word).matches());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
