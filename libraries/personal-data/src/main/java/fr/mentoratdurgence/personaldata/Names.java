package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of people: given names by a list, all others by what stands around them. Institutions, streets, saints and the
 * people whom schools are called after are no people here.
 */
final class Names {
    private enum Shape {
        LOWER,
        CAPITAL,
        UPPER
    }

    /** @param opens whether a clause starts with it, so that its capital says nothing */
    private record Word(int start, int end, String plain, Shape shape, boolean opens) {
        boolean raised() {
            return shape != Shape.LOWER;
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:-[\\p{L}\\p{M}]++)*+");
    private static final Pattern NEW_CLAUSE =
            Pattern.compile("[^\\p{L}]*[.!?:;,\\n(\\[\"«»/+•]+[^\\p{L}]*|[^\\p{L}]* -+ ?[^\\p{L}]*");
    private static final Pattern NEW_SENTENCE =
            Pattern.compile("[^\\p{L}]*[.!?:;\\n(\\[\"«»•]+[^\\p{L}]*|[^\\p{L}]* -+ ?[^\\p{L}]*");
    /** Between the words of one name; a point after an initial or a title too. */
    private static final Pattern WITHIN_NAME = Pattern.compile("[ '\\-]{1,2}|\\. ?");

    private static final Pattern BEHIND_COLON = Pattern.compile(" ?[:=,]? ?");
    /** What a person does or is, right after the name. */
    private static final Pattern VERB =
            Pattern.compile("(?: \\([^)]{0,20}\\))?,? (?:n'|ne |s'|se |m'|me |nous )?(?:a (?:besoin|du mal|des"
                    + " (?:difficultes|lacunes|soucis|problemes)|peur|perdu|arrete|quitte|decroche|change|beaucoup|tres|un |une |deja|dit"
                    + "|rate|manque|redouble|honte|eu |pas |plus |toujours |[0-9]{1,2} ans)|pas (?:de|d')|suit (?:plus|pas|mal|bien|les|le)"
                    + "|vient|repond|fait (?:plus|pas|rien|ses)|parle|comprend|habite|vit |pleure|appelle|sent |isole|arrive (?:pas|plus)"
                    + "|est (?:en (?:[0-9]|c[pem]|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|difficulte|retard|foyer)"
                    + "|suivie?|nee?|absente?|timide|malade|seule?|triste|hospitalise|decroch|perdue?|tres|motivee?|inscrite?|placee?"
                    + "|agitee?|fragile|volontaire|arrivee?|allophone|dys|bloquee?|decouragee?|inquiete?|sans|chez|serieu)"
                    + "|rentre|passe en|redouble|progresse|decroche|travaille|aime|deteste|veut|voudrait|pourrait|souhaite(?:rait)?"
                    + "|prefere(?:rait)?|demande|dort|garde|aide|refuse|doit|sait|connait|lit |joue|s'occupe|occupe|manque|va "
                    + "(?:mal|mieux|bien|au|a l|en|chez|redoubler|passer)|avait|etait|sera |aurait|n'a|serait)");

    private static final Pattern WEAK_SUBJECT =
            Pattern.compile(" (?:est|a|souhaite|demande|prefere|veut|voudrait|manque|doit|passe|aide"
                    + "|sera|serait|avait|etait|pourrait|joue|travaille|arrive|vient|fait|n'a).*");
    private static final Pattern LEVEL = Pattern.compile(
            "[ ,(]{1,3}(?:en |classe de |du |de |eleve de |eleve en )?(?:[1-6] ?(?:e|eme|ere|nde|de)|c[pem][12]?|tle|terminale|sixieme"
                    + "|cinquieme|quatrieme|troisieme)(?: ?[a-z0-9])?(?![a-z]).*");

    private final Set<String> givenNames;
    private final Lexicon lexicon;
    private final Set<String> ordinary;
    private final Set<String> lowerCaseWords;
    private final Set<String> onlyInContext;
    private final Set<String> institutions;
    private final Set<String> links;
    private final Set<String> before;
    private final Set<String> small;
    private final Set<String> noNames;
    private final Set<String> acronyms;
    private final Set<String> titles;

    Names(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.givenNames = lexicon.givenNames;
        this.ordinary = lexicon.words("ordinaires");
        this.lowerCaseWords = lexicon.words("mots-en-minuscules");
        this.onlyInContext = lexicon.words("seulement-en-contexte");
        this.institutions = lexicon.words("avant-une-institution");
        this.links = lexicon.words("liens-d-un-nom");
        this.before = lexicon.words("personne-avant");
        this.small = lexicon.words("petit");
        this.noNames = lexicon.words("pas-un-nom");
        this.acronyms = lexicon.words("sigles");
        this.titles = lexicon.words("titres");
    }

    List<Find> in(PlainText text) {
        return new Reading(text).finds();
    }

    /** One text on its way through the rules. */
    private final class Reading {
        private final PlainText text;
        private final List<Word> words;
        private final boolean[] taken;
        /** A text in capitals throughout says nothing by them. */
        private final boolean allUpper;

        private final List<Find> finds = new ArrayList<>();

        Reading(PlainText text) {
            this.text = text;
            this.words = words(text);
            this.taken = new boolean[words.size()];
            this.allUpper = words.size() > 1
                    && words.stream()
                            .noneMatch(word ->
                                    word.shape() != Shape.UPPER && word.plain().length() > 1);
        }

        List<Find> finds() {
            institutions();
            figures();
            for (int i = 0; i < words.size(); i++) {
                if (!taken[i] && names(i)) {
                    find(i);
                }
            }
            return finds;
        }

        private boolean names(int i) {
            Word word = words.get(i);
            if (titled(i)) {
                return true;
            }
            if (word.plain().length() < 2 || (acronyms.contains(word.plain()) && word.shape() == Shape.UPPER)) {
                return false;
            }
            return given(word.plain()) ? givenName(i) : otherName(i);
        }

        private boolean givenName(int i) {
            Word word = words.get(i);
            String plain = word.plain();
            if (aboutSomebody(i)) {
                return true;
            }
            if (onlyInContext.contains(plain) || plain.length() < 3) {
                return false;
            }
            if (!word.raised()) {
                return plain.length() > 3
                        && !ordinary.contains(plain)
                        && !lowerCaseWords.contains(plain)
                        && !noNames.contains(plain);
            }
            if (noNames.contains(plain)) {
                return false;
            }
            return !ordinary.contains(plain)
                    || (!word.opens() && word.shape() == Shape.CAPITAL)
                    || surnamed(i)
                    || fullName(i);
        }

        /** A name that is in no list: its neighbours have to say that it is one. */
        private boolean otherName(int i) {
            Word word = words.get(i);
            if (noNames.contains(word.plain())
                    || acronyms.contains(word.plain())
                    || institutions.contains(word.plain())) {
                return false;
            }
            return aboutSomebody(i)
                    || (surnamed(i)
                            && word.shape() == Shape.CAPITAL
                            && word.plain().length() > 2)
                    || initialBefore(i);
        }

        /** « la petite X », « élève X », « X ne suit plus », « X, 4e B ». */
        private boolean aboutSomebody(int i) {
            Word word = words.get(i);
            boolean known = given(word.plain());
            if (i > 0 && taken[i - 1] && near(i - 1, i)) {
                return false;
            }
            if (i > 0 && (known || word.raised()) && !noNames.contains(word.plain())) {
                Word previous = words.get(i - 1);
                String gap = gap(i - 1, i);
                boolean article = i > 1
                        && Set.of("le", "la", "ce", "cette", "mon", "ma", "notre")
                                .contains(words.get(i - 2).plain());
                if (small.contains(previous.plain()) && article && gap.equals(" ") && !known(word)) {
                    return true;
                }
                if (before.contains(previous.plain())
                        && BEHIND_COLON.matcher(gap).matches()
                        && !previous.plain().equals("famille")
                        && (word.raised() || !ordinary.contains(word.plain()))) {
                    return true;
                }
                if (previous.plain().equals("famille") && gap.equals(" ") && word.raised() && !allUpper) {
                    return true;
                }
                if (previous.plain().equals("appelle") || previous.plain().equals("prenom")) {
                    return true;
                }
                if (Set.of("de", "d", "a").contains(previous.plain())
                        && i > 1
                        && word.raised()
                        && !allUpper
                        && Set.of(
                                        "maman",
                                        "papa",
                                        "mere",
                                        "pere",
                                        "frere",
                                        "soeur",
                                        "parents",
                                        "fils",
                                        "fille",
                                        "tante",
                                        "oncle",
                                        "grand-mere",
                                        "prenom",
                                        "domicile",
                                        "famille")
                                .contains(words.get(i - 2).plain())) {
                    return true;
                }
            }
            return subject(i, known);
        }

        /** Whether the word, without an article, is who does or is something that people do or are. */
        private boolean subject(int i, boolean known) {
            Word word = words.get(i);
            boolean fresh = word.opens()
                    || (i > 0
                            && Set.of("que", "qu", "car", "et", "mais", "quand", "si", "puis", "pour", "avec", "comme")
                                    .contains(words.get(i - 1).plain()));
            boolean alsoWord = ordinary.contains(word.plain()) || lowerCaseWords.contains(word.plain());
            if (!fresh && !word.raised() && (!known || alsoWord)) {
                return false;
            }
            if (noNames.contains(word.plain())
                    || acronyms.contains(word.plain())
                    || institutions.contains(word.plain())
                    || word.plain().endsWith("ment")
                    || word.plain().endsWith("tion")
                    || word.plain().endsWith("tions")) {
                return false;
            }
            if (acts(word.end(), known)) {
                return known || fresh;
            }
            // « kenza haddou ne suit plus »: a surname in between
            return known
                    && i + 1 < words.size()
                    && gap(i, i + 1).equals(" ")
                    && !noNames.contains(words.get(i + 1).plain())
                    && (acts(words.get(i + 1).end(), true)
                            || LEVEL.matcher(rest(words.get(i + 1).end())).lookingAt());
        }

        private boolean acts(int end, boolean sure) {
            String rest = rest(end);
            if (!VERB.matcher(rest).lookingAt()) {
                return sure && LEVEL.matcher(rest).lookingAt();
            }
            return sure
                    || !WEAK_SUBJECT.matcher(rest).lookingAt()
                    || rest.startsWith(" a besoin")
                    || rest.startsWith(" a du mal")
                    || rest.startsWith(" n'a p")
                    || rest.startsWith(" est suivi");
        }

        private String rest(int end) {
            return text.plain().substring(end, Math.min(text.plain().length(), end + 60));
        }

        /** « Mme Diallo »: an adult is a person too. */
        private boolean titled(int i) {
            if (i == 0 || !words.get(i).raised() || allUpper) {
                return false;
            }
            Word title = words.get(i - 1);
            return titles.contains(title.plain())
                    && !taken[i - 1]
                    && (title.raised() || title.plain().length() > 1)
                    && (gap(i - 1, i).equals(" ") || gap(i - 1, i).equals(". "))
                    && !links.contains(words.get(i).plain())
                    && !noNames.contains(words.get(i).plain());
        }

        /** « Zeyd BENALI », « BENALI Zeyd ». */
        private boolean surnamed(int i) {
            return followedBySurname(i)
                    || (i > 0
                            && isSurname(i - 1)
                            && near(i - 1, i)
                            && !allUpper
                            && words.get(i).shape() == Shape.CAPITAL);
        }

        /** « Rose N'Diaye », « Pierre Dupont ». */
        private boolean fullName(int i) {
            if (i + 1 >= words.size() || allUpper || !near(i, i + 1) || taken[i + 1]) {
                return false;
            }
            Word next = words.get(i + 1);
            return words.get(i).shape() == Shape.CAPITAL
                    && next.shape() != Shape.LOWER
                    && !acronyms.contains(next.plain())
                    && (next.plain().length() == 1 || !known(next));
        }

        private boolean followedBySurname(int i) {
            return i + 1 < words.size() && near(i, i + 1) && isSurname(i + 1) && !allUpper;
        }

        private boolean isSurname(int i) {
            Word word = words.get(i);
            return !taken[i]
                    && word.shape() == Shape.UPPER
                    && word.plain().length() > 2
                    && !acronyms.contains(word.plain())
                    && !institutions.contains(word.plain())
                    && !noNames.contains(word.plain());
        }

        /** « K. Benali ». */
        private boolean initialBefore(int i) {
            if (i == 0 || words.get(i).shape() == Shape.LOWER || allUpper) {
                return false;
            }
            Word initial = words.get(i - 1);
            return initial.plain().length() == 1
                    && initial.raised()
                    && !taken[i - 1]
                    && gap(i - 1, i).matches("\\. ?")
                    && !noNames.contains(words.get(i).plain())
                    && words.get(i).plain().length() > 2;
        }

        /** Records the name with what belongs to it: surname, initial, title, particles. */
        private void find(int i) {
            int first = i;
            while (first > 0
                    && !taken[first - 1]
                    && near(first - 1, first)
                    && ((isSurname(first - 1) && !allUpper)
                            || (titles.contains(words.get(first - 1).plain())
                                    && words.get(first - 1).raised())
                            || (words.get(first - 1).plain().length() == 1
                                    && gap(first - 1, first).startsWith(".")))) {
                first--;
            }
            int last = i;
            while (last + 1 < words.size()
                    && !taken[last + 1]
                    && last - i < 4
                    && near(last, last + 1)
                    && belongs(last + 1)) {
                last++;
            }
            while (last > i
                    && words.get(last).shape() == Shape.LOWER
                    && links.contains(words.get(last).plain())) {
                last--;
            }
            for (int k = first; k <= last; k++) {
                taken[k] = true;
            }
            finds.add(text.find(
                    Kind.NAME, words.get(first).start(), words.get(last).end()));
        }

        private boolean belongs(int i) {
            Word word = words.get(i);
            if (noNames.contains(word.plain()) || acronyms.contains(word.plain())) {
                return Set.of("ben", "el", "al", "de", "da", "le", "la", "d").contains(word.plain())
                        && i + 1 < words.size()
                        && words.get(i + 1).raised()
                        && !allUpper;
            }
            if (word.raised() && !allUpper) {
                return true;
            }
            if (given(word.plain()) && !ordinary.contains(word.plain()) && !onlyInContext.contains(word.plain())) {
                return true;
            }
            return acts(word.end(), true);
        }

        /** Marks the words that name an institution, a street, a saint. */
        private void institutions() {
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (institutions.contains(word.plain())) {
                    i = institution(i);
                } else if ((Set.of("saint", "sainte", "st", "ste").contains(word.plain())
                                && i + 1 < words.size()
                                && near(i, i + 1))
                        || word.plain().startsWith("saint-")
                        || word.plain().startsWith("sainte-")
                        || word.plain().startsWith("st-")) {
                    taken[i] = true;
                    for (int k = i + 1;
                            k < words.size()
                                    && k < i + 3
                                    && near(k - 1, k)
                                    && words.get(k).raised();
                            k++) {
                        taken[k] = true;
                    }
                }
            }
        }

        /** The last word of the institution that is named from here. */
        private int institution(int first) {
            int last = first;
            boolean foundName = false;
            int length = 0;
            for (int i = first + 1; i < words.size() && length < 8; i++, length++) {
                Word word = words.get(i);
                String gap = gap(i - 1, i);
                boolean quoted = gap.matches(" ?[\"«“(] ?") && length < 4;
                boolean inside = (WITHIN_NAME.matcher(gap).matches() && !gap.startsWith(". "))
                        || (gap.equals(". ") && words.get(i - 1).plain().length() <= 3)
                        || gap.equals(" - ")
                        || quoted;
                if (!inside || endsHere(i)) {
                    break;
                }
                if (personOf(i)) {
                    break;
                }
                boolean link = links.contains(word.plain()) || institutions.contains(word.plain());
                boolean raisedName = word.raised()
                        && !(titles.contains(word.plain())
                                && !allUpper
                                && word.plain().length() > 3);
                boolean lowName = !word.raised()
                        && (given(word.plain()) || (foundName && !noNames.contains(word.plain()) && lowerSurname(i)));
                boolean adjective = !foundName
                        && !word.raised()
                        && word.plain()
                                .matches(
                                        "social[es]*|culturel[les]*|sociaux|municipal[es]*|polyvalente?|elementaire|maternelle|primaire|general"
                                                + "|professionnel|technologique|socioculturel|educatif|educative|departementale?|regionale?|loisirs"
                                                + "|jeunes|enfance|quartier|rural|parents|aide|familles?|solidarites?");
                if (!link && !raisedName && !lowName && !adjective) {
                    break;
                }
                foundName |= raisedName || lowName;
                if (!link || word.raised()) {
                    last = i;
                }
            }
            for (int i = first; i <= last; i++) {
                taken[i] = true;
            }
            return last;
        }

        private boolean endsHere(int i) {
            Word word = words.get(i);
            return word.shape() == Shape.LOWER && acts(words.get(i).start() - 1, false);
        }

        /** « collège jean moulin »: the word after a given name, where nothing says that a sentence goes on. */
        private boolean lowerSurname(int i) {
            return given(words.get(i - 1).plain())
                    || links.contains(words.get(i - 1).plain());
        }

        /** « l'école de Kenza », « au collège, Yanis »: whose, and not what it is called. */
        private boolean personOf(int i) {
            Word word = words.get(i);
            Word previous = words.get(i - 1);
            boolean whose = (previous.plain().equals("de") || previous.plain().equals("d")) && !previous.raised();
            boolean more = i + 1 < words.size()
                    && near(i, i + 1)
                    && (words.get(i + 1).raised()
                            || (links.contains(words.get(i + 1).plain())
                                    && i + 2 < words.size()
                                    && words.get(i + 2).raised()
                                    && !words.get(i + 1).plain().equals("a")));
            return whose
                    && !more
                    && given(word.plain())
                    && !onlyInContext.contains(word.plain())
                    && word.raised()
                    && !allUpper
                    && !word.plain().startsWith("saint");
        }

        private void figures() {
            for (int i = 0; i < words.size(); i++) {
                String first = words.get(i).plain().replace('-', ' ').split(" ", -1)[0];
                for (List<String> figure : lexicon.figures.getOrDefault(first, List.of())) {
                    int after = behind(i, figure);
                    if (after > i && !taken[i]) {
                        for (int k = i; k < after; k++) {
                            taken[k] = true;
                        }
                    }
                }
            }
        }

        /** The word behind this figure's name; the same word where another stands here. */
        private int behind(int i, List<String> figure) {
            int at = 0;
            int k = i;
            while (at < figure.size() && k < words.size() && (k == i || near(k - 1, k))) {
                for (String part : words.get(k).plain().split("-", -1)) {
                    if (at >= figure.size() || !figure.get(at).equals(part)) {
                        return i;
                    }
                    at++;
                }
                k++;
            }
            return at == figure.size() ? k : i;
        }

        private boolean known(Word word) {
            return noNames.contains(word.plain())
                    || acronyms.contains(word.plain())
                    || institutions.contains(word.plain());
        }

        private boolean near(int left, int right) {
            return WITHIN_NAME.matcher(gap(left, right)).matches();
        }

        private String gap(int left, int right) {
            int start = words.get(left).end();
            int end = words.get(right).start();
            return end - start > 12 ? "…" : text.cased().substring(start, end);
        }
    }

    private boolean given(String plain) {
        if (givenNames.contains(plain)) {
            return true;
        }
        if (plain.indexOf('-') < 0) {
            return false;
        }
        for (String part : plain.split("-", -1)) {
            if (!givenNames.contains(part) || onlyInContext.contains(part)) {
                return false;
            }
        }
        return true;
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
