package fr.mentoratdurgence.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Spots what looks like a person's data in a short free text, so that it can be refused before it is stored. It errs on
 * the side of asking again. All patterns run in linear time on the short texts they are given.
 */
public final class PersonalDataDetector {
    private static final int FLAGS = CASE_INSENSITIVE | UNICODE_CASE;

    private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "courriel",
                Pattern.compile(
                        "[\\w.+-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\]| arobase )\\s?[\\w-]{1,64}(?:\\.|\\s?point\\s?)[a-z]{2,}",
                        FLAGS));
        KINDS.put("telephone", Pattern.compile("(?<!\\d)(?:\\+33\\s?|0033\\s?|0)[1-9](?:[ .\\-]?\\d{2}){4}(?!\\d)"));
        KINDS.put(
                "nir",
                Pattern.compile("(?<!\\d)[12]\\s?\\d{2}\\s?(?:0[1-9]|1[0-2])\\s?(?:\\d{2}|2[AB])"
                        + "\\s?\\d{3}\\s?\\d{3}(?:\\s?\\d{2})?(?!\\d)"));
        KINDS.put("ine", Pattern.compile("\\b\\d{9}[A-HJ-NPR-Z]{2}\\b|\\b\\d{10}[A-Z]\\b"));
        KINDS.put(
                "naissance",
                Pattern.compile(
                        "\\b(?:née?|nee|ddn|naissance)\\b[^.]{0,25}?\\d{1,2}[/ .-]\\d{1,2}[/ .-]\\d{2,4}"
                                + "|(?<!\\d)\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2}(?!\\d)"
                                + "|\\bnée?s?\\s+le\\s+\\d{1,2}",
                        FLAGS));
        KINDS.put(
                "adresse",
                Pattern.compile(
                        "\\b\\d{1,4}\\s?(?:bis|ter)?,?\\s+(?:rue|avenue|av\\.?|boulevard|bd|impasse|allée"
                                + "|chemin|place|square|résidence)\\s+\\p{L}",
                        FLAGS));
        KINDS.put(
                "sante",
                Pattern.compile(
                        "\\b(?:tdah|autis\\w*|dyslex\\w*|dysprax\\w*|épilep\\w*|handicap\\w*|psychiatr\\w*"
                                + "|ase|placée?s?|juge|mdph|suivi psy\\w*|réfugiée?s?|sans papiers|musulman\\w*|juif|juive|roms?)\\b",
                        FLAGS));
    }

    private static final Pattern SURNAME_IN_CAPITALS = Pattern.compile(
            "\\b\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}{2,}\\b|\\b\\p{Lu}{2,}\\s+\\p{Lu}\\p{Ll}+\\b");
    private static final Pattern SCHOOL_WORDS = Pattern.compile(
            "\\b(?:REP|QPV|UAI|SEGPA|ULIS|UPE2A|CAP|BAC|DNB|SVT|EPS|EMC|HGGSP|SES|NSI|STMG|STI2D|CM1|CM2|CE1|CE2|CP|LV1|LV2|PC|FLE|ENT|CPE)\\b");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)?");
    private static final Pattern PLACE_BEFORE = Pattern.compile(
            "(?:coll[èe]ge|lyc[ée]e|[ée]cole|[ée]l[ée]mentaire|maternelle|primaire|rue|avenue|place|groupe scolaire|quartier|REP\\+?)"
                    + "\\s+(?:[\\p{L}'’-]+\\s+){0,3}$",
            FLAGS);

    private final Set<String> firstNames = load("prenoms.txt");
    private final Set<String> everydayWords = load("prenoms-ambigus.txt");

    /**
     * The kinds that were found, such as {@code telephone}; empty where the text may be stored. The message for a kind
     * has key {@code donnees-personnelles.<kind>}.
     */
    public List<String> scan(String text) {
        List<String> found = new ArrayList<>();
        KINDS.forEach((kind, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(kind);
            }
        });
        if (namesSomebody(text)) {
            found.add("nom");
        }
        return found;
    }

    private boolean namesSomebody(String text) {
        Matcher capitals = SURNAME_IN_CAPITALS.matcher(text);
        while (capitals.find()) {
            if (!namesPlace(text, capitals.start())
                    && !SCHOOL_WORDS.matcher(capitals.group()).find()) {
                return true;
            }
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = plain(words.group());
            boolean capitalised = Character.isUpperCase(words.group().charAt(0));
            boolean name = firstNames.contains(word) && (capitalised || !everydayWords.contains(word));
            if (name && !namesPlace(text, words.start())) {
                return true;
            }
        }
        return false;
    }

    /** « Collège Paul Éluard » names a school, not a person. */
    private static boolean namesPlace(String text, int at) {
        return PLACE_BEFORE.matcher(text.substring(Math.max(0, at - 80), at)).find();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static Set<String> load(String resource) {
        try (InputStream in = PersonalDataDetector.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ", -1)))
                    .filter(name -> !name.isBlank() && !name.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
