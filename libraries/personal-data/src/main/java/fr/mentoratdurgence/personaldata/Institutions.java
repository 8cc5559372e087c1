package fr.mentoratdurgence.personaldata;

import fr.mentoratdurgence.personaldata.TextWords.Shape;
import fr.mentoratdurgence.personaldata.TextWords.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Institutions, streets, saints and the figures whom schools are called after: their names are no person's here. */
final class Institutions {
    private static final Set<String> SAINTS = Set.of("saint", "sainte", "st", "ste");
    private static final Pattern QUOTED = Pattern.compile(" ?[\"«“(] ?");
    private static final Pattern ADJECTIVE = Pattern.compile(
            "social[es]*|culturel[les]*|sociaux|municipal[es]*|polyvalente?|elementaire|maternelle|primaire|general"
                    + "|professionnel|technologique|socioculturel|educatif|educative|departementale?|regionale?|loisirs|autonomie|services|universitaire|etudiante|travailleurs"
                    + "|jeunes|enfance|quartier|rural|parents|aide|familles?|solidarites?");

    private final Lexicon lexicon;
    private final Set<String> institutions;
    private final Set<String> links;
    private final Set<String> noNames;
    private final Set<String> titles;
    private final Set<String> onlyInContext;

    Institutions(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.institutions = lexicon.words("avant-une-institution");
        this.links = lexicon.words("liens-d-un-nom");
        this.noNames = lexicon.words("pas-un-nom");
        this.titles = lexicon.words("titres");
        this.onlyInContext = lexicon.words("seulement-en-contexte");
    }

    /** Takes the words that name an institution, a street, a saint. */
    void take(TextWords words, boolean title) {
        figures(words);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (institutions.contains(word.plain())) {
                i = institution(words, i, title && i == 0);
            } else if ((SAINTS.contains(word.plain()) && i + 1 < words.size() && words.near(i, i + 1))
                    || word.plain().startsWith("saint-")
                    || word.plain().startsWith("sainte-")
                    || word.plain().startsWith("st-")) {
                words.take(i, i);
                for (int k = i + 1;
                        k < words.size()
                                && k < i + 3
                                && words.near(k - 1, k)
                                && words.get(k).raised();
                        k++) {
                    words.take(k, k);
                }
            }
        }
    }

    /**
     * The last word of the institution that is named from here.
     *
     * @param title nothing but its name is said: « Collège Charles de Foucauld » is nobody's
     */
    private int institution(TextWords words, int first, boolean title) {
        int last = first;
        boolean foundName = false;
        int length = 0;
        for (int i = first + 1; i < words.size() && length < 8; i++, length++) {
            Word word = words.get(i);
            String gap = words.gap(i - 1, i);
            boolean quoted = QUOTED.matcher(gap).matches() && length < 4;
            boolean inside = (words.near(i - 1, i) && !gap.startsWith(". "))
                    || (gap.equals(". ") && words.get(i - 1).plain().length() <= 3)
                    || gap.equals(" - ")
                    || quoted;
            if (!inside || endsHere(words, i)) {
                break;
            }
            if (personOf(words, i) && !(title && foundName)) {
                break;
            }
            boolean link = links.contains(word.plain()) || institutions.contains(word.plain());
            boolean raisedName = word.raised()
                    && !(titles.contains(word.plain())
                            && !words.allUpper()
                            && word.plain().length() > 3);
            boolean lowName = !word.raised()
                    && (lexicon.given(word.plain())
                            || (foundName && !noNames.contains(word.plain()) && lowerSurname(words, i)));
            boolean adjective = !foundName
                    && !word.raised()
                    && ADJECTIVE.matcher(word.plain()).matches();
            if (!link && !raisedName && !lowName && !adjective) {
                break;
            }
            foundName |= raisedName || lowName;
            if (!link || word.raised()) {
                last = i;
            }
        }
        words.take(first, last);
        return last;
    }

    private static boolean endsHere(TextWords words, int i) {
        Word word = words.get(i);
        return word.shape() == Shape.LOWER
                && Deeds.follow(words.rest(words.get(i).start() - 1), false);
    }

    /** « collège jean moulin »: the word after a given name, where nothing says that a sentence goes on. */
    private boolean lowerSurname(TextWords words, int i) {
        return lexicon.given(words.get(i - 1).plain())
                || links.contains(words.get(i - 1).plain());
    }

    /** « l'école de Kenza », « au collège, Yanis »: whose, and not what it is called. */
    private boolean personOf(TextWords words, int i) {
        Word word = words.get(i);
        Word previous = words.get(i - 1);
        boolean whose = (previous.plain().equals("de") || previous.plain().equals("d")) && !previous.raised();
        boolean more = i + 1 < words.size()
                && words.near(i, i + 1)
                && (words.get(i + 1).raised()
                        || (links.contains(words.get(i + 1).plain())
                                && i + 2 < words.size()
                                && words.get(i + 2).raised()
                                && !words.get(i + 1).plain().equals("a")));
        return whose
                && !more
                && lexicon.given(word.plain())
                && !onlyInContext.contains(word.plain())
                && word.raised()
                && !words.allUpper()
                && !word.plain().startsWith("saint");
    }

    private void figures(TextWords words) {
        for (int i = 0; i < words.size(); i++) {
            String first = words.get(i).plain().replace('-', ' ').split(" ", -1)[0];
            for (List<String> figure : lexicon.figures.getOrDefault(first, List.of())) {
                int after = behind(words, i, figure);
                if (after > i && !words.taken(i)) {
                    words.take(i, after - 1);
                }
            }
        }
    }

    /** The word behind this figure's name; the same word where another stands here. */
    private int behind(TextWords words, int i, List<String> figure) {
        int at = 0;
        int k = i;
        while (at < figure.size() && k < words.size() && (k == i || words.near(k - 1, k))) {
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
}
