package fr.mentoratdurgence.personaldata;

import fr.mentoratdurgence.personaldata.TextWords.Shape;
import fr.mentoratdurgence.personaldata.TextWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of people: given names by a list, all others by what stands around them. Institutions, streets, saints and the
 * people whom schools are called after are no people here.
 */
final class Names {
    private static final Set<String> KIN =
            Set.of("enfants", "freres", "soeurs", "fratrie", "jumeaux", "jumelles", "parents", "cousins", "epoux");
    private static final Set<String> FULL_TITLES = Set.of("madame", "monsieur", "mademoiselle", "mme", "mlle", "mr");
    private static final Pattern ABSTRACT = Pattern.compile(".*(?:ment|tions?)");
    private static final Pattern DONE_BY_A_TITLE = Pattern.compile(
            "(?:rappel|appel|souhait|veu|vien|voul|voudr|demand|prefer|pens|dit|dis|travaill|habit|peut|pourr|doit|dev"
                    + "|ser[ao]|est|etait|aura|avai|repond|accept|refus|signal|propos|confirm|valid|attend|charge|enseign|bonjour).*");
    private static final Pattern BEHIND_COLON = Pattern.compile(" ?[:=,]? ?");
    private static final Set<String> BEFORE_A_SUBJECT =
            Set.of("que", "qu", "car", "et", "mais", "quand", "si", "puis", "pour", "avec", "comme");
    private static final Set<String> ARTICLES = Set.of("le", "la", "ce", "cette", "mon", "ma", "notre");

    private final Lexicon lexicon;
    private final Institutions places;
    private final Initials initials;
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
    private final Set<String> relatives;

    Names(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.places = new Institutions(lexicon);
        this.initials = new Initials(lexicon);
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
        this.relatives = lexicon.words("proches");
    }

    /** @param title the whole text is what something is called */
    List<Find> in(PlainText text, boolean title) {
        return new Reading(text).finds(title);
    }

    /** One text on its way through the rules. */
    private final class Reading {
        private final TextWords words;
        private final List<Find> finds = new ArrayList<>();

        Reading(PlainText text) {
            this.words = new TextWords(text);
        }

        List<Find> finds(boolean title) {
            places.take(words, title);
            for (int i = 0; i < words.size(); i++) {
                int spelled = words.taken(i) ? i : initials.spelled(words, i);
                if (spelled > i) {
                    words.take(i, spelled);
                    finds.add(words.find(PersonalDataKind.NAME, i, spelled));
                } else if (!words.taken(i) && names(i)) {
                    find(i);
                }
            }
            return finds;
        }

        private boolean names(int i) {
            Word word = words.get(i);
            if (titled(i) || initials.alone(words, i) || titledInLowerCase(i)) {
                return true;
            }
            if (word.plain().length() < 2 || (acronyms.contains(word.plain()) && word.shape() == Shape.UPPER)) {
                return false;
            }
            return lexicon.given(word.plain()) ? givenName(i) : otherName(i);
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
            if (known(word)) {
                return false;
            }
            return aboutSomebody(i)
                    || (surnamed(i)
                            && word.shape() == Shape.CAPITAL
                            && word.plain().length() > 2)
                    || initials.beforeSurname(words, i);
        }

        /** « la petite X », « élève X », « X ne suit plus », « X, 4e B ». */
        private boolean aboutSomebody(int i) {
            Word word = words.get(i);
            boolean known = lexicon.given(word.plain());
            if (i > 0 && words.taken(i - 1) && words.near(i - 1, i)) {
                return false;
            }
            if (i > 0 && (known || word.raised()) && !noNames.contains(word.plain())) {
                Word previous = words.get(i - 1);
                String gap = words.gap(i - 1, i);
                boolean article = i > 1 && ARTICLES.contains(words.get(i - 2).plain());
                if ((small.contains(previous.plain()) && article && gap.equals(" ") && !known(word))
                        || previous.plain().equals("appelle")
                        || previous.plain().equals("prenom")) {
                    return true;
                }
                if (before.contains(previous.plain())
                        && BEHIND_COLON.matcher(gap).matches()
                        && !previous.plain().equals("famille")
                        && (word.raised() || !ordinary.contains(word.plain()))) {
                    return true;
                }
                if (gap.equals(" ")
                        && ((previous.plain().equals("famille") && word.raised() && !words.allUpper())
                                || (KIN.contains(previous.plain()) && word.shape() == Shape.CAPITAL && !known(word)))) {
                    return true;
                }
                if (Set.of("de", "d", "a").contains(previous.plain())
                        && i > 1
                        && word.raised()
                        && !words.allUpper()
                        && relatives.contains(words.get(i - 2).plain())) {
                    return true;
                }
            }
            return subject(i, known);
        }

        /** Whether the word, without an article, is who does or is something that people do or are. */
        private boolean subject(int i, boolean listed) {
            Word word = words.get(i);
            boolean known = listed || word.foreign() || elided(i);
            boolean fresh = word.opens()
                    || elided(i)
                    || (i > 0 && BEFORE_A_SUBJECT.contains(words.get(i - 1).plain()));
            boolean alsoWord = ordinary.contains(word.plain()) || lowerCaseWords.contains(word.plain());
            if (!fresh && !word.raised() && (!known || alsoWord)) {
                return false;
            }
            if (known(word) || (!known && ABSTRACT.matcher(word.plain()).matches())) {
                return false;
            }
            if (Deeds.follow(words.rest(word.end()), known)) {
                return known || fresh;
            }
            // « kenza haddou ne suit plus »: a surname in between
            return known
                    && i + 1 < words.size()
                    && words.gap(i, i + 1).equals(" ")
                    && !noNames.contains(words.get(i + 1).plain())
                    && (Deeds.follow(words.rest(words.get(i + 1).end()), true)
                            || Deeds.levelFollows(words.rest(words.get(i + 1).end())));
        }

        /** « Mme Diallo »: an adult is a person too. */
        private boolean titled(int i) {
            if (i == 0 || !words.get(i).raised() || words.allUpper()) {
                return false;
            }
            Word title = words.get(i - 1);
            return titles.contains(title.plain())
                    && !words.taken(i - 1)
                    && (title.raised() || title.plain().length() > 1)
                    && (words.gap(i - 1, i).equals(" ") || words.gap(i - 1, i).equals(". "))
                    && !links.contains(words.get(i).plain())
                    && !noNames.contains(words.get(i).plain());
        }

        /** « madame diallo rappelle »: after a title in full, what is neither a function nor what she does. */
        private boolean titledInLowerCase(int i) {
            return i > 0
                    && !words.get(i).raised()
                    && words.get(i).plain().length() > 2
                    && FULL_TITLES.contains(words.get(i - 1).plain())
                    && words.gap(i - 1, i).equals(" ")
                    && !links.contains(words.get(i).plain())
                    && !noNames.contains(words.get(i).plain())
                    && !DONE_BY_A_TITLE.matcher(words.get(i).plain()).matches();
        }

        /** « N'Golo », « D'Almeida » at the head of a sentence: the letter before the apostrophe belongs to the name. */
        private boolean elided(int i) {
            return i > 0
                    && words.get(i).raised()
                    && Set.of("n", "d", "m", "o").contains(words.get(i - 1).plain())
                    && words.get(i - 1).raised()
                    && words.get(i - 1).opens()
                    && words.gap(i - 1, i).equals("'");
        }

        /** « Zeyd BENALI », « BENALI Zeyd ». */
        private boolean surnamed(int i) {
            return followedBySurname(i)
                    || (i > 0
                            && isSurname(i - 1)
                            && words.near(i - 1, i)
                            && !words.allUpper()
                            && words.get(i).shape() == Shape.CAPITAL);
        }

        /** « Rose N'Diaye », « Pierre Dupont ». */
        private boolean fullName(int i) {
            if (i + 1 >= words.size() || words.allUpper() || !words.near(i, i + 1) || words.taken(i + 1)) {
                return false;
            }
            Word next = words.get(i + 1);
            return words.get(i).shape() == Shape.CAPITAL
                    && next.shape() != Shape.LOWER
                    && !acronyms.contains(next.plain())
                    && (next.plain().length() == 1 || !known(next));
        }

        private boolean followedBySurname(int i) {
            return i + 1 < words.size() && words.near(i, i + 1) && isSurname(i + 1) && !words.allUpper();
        }

        private boolean isSurname(int i) {
            Word word = words.get(i);
            return !words.taken(i)
                    && word.shape() == Shape.UPPER
                    && word.plain().length() > 2
                    && !known(word);
        }

        /** Records the name with what belongs to it: surname, initial, title, particles. */
        private void find(int i) {
            int first = i;
            while (first > 0
                    && !words.taken(first - 1)
                    && words.near(first - 1, first)
                    && ((isSurname(first - 1) && !words.allUpper())
                            || (titles.contains(words.get(first - 1).plain())
                                    && words.get(first - 1).raised())
                            || (words.get(first - 1).plain().length() == 1
                                    && words.gap(first - 1, first).startsWith(".")))) {
                first--;
            }
            int last = i;
            while (last + 1 < words.size()
                    && !words.taken(last + 1)
                    && last - i < 4
                    && words.near(last, last + 1)
                    && belongs(last + 1)) {
                last++;
            }
            while (last > i
                    && words.get(last).shape() == Shape.LOWER
                    && links.contains(words.get(last).plain())) {
                last--;
            }
            words.take(first, last);
            finds.add(words.find(PersonalDataKind.NAME, first, last));
        }

        private boolean belongs(int i) {
            Word word = words.get(i);
            if (noNames.contains(word.plain()) || acronyms.contains(word.plain())) {
                return Set.of("ben", "el", "al", "de", "da", "le", "la", "d").contains(word.plain())
                        && i + 1 < words.size()
                        && words.get(i + 1).raised()
                        && !words.allUpper();
            }
            if (word.raised() && !words.allUpper()) {
                return true;
            }
            if (lexicon.given(word.plain())
                    && !ordinary.contains(word.plain())
                    && !onlyInContext.contains(word.plain())) {
                return true;
            }
            return Deeds.follow(words.rest(word.end()), true);
        }

        private boolean known(Word word) {
            return noNames.contains(word.plain())
                    || acronyms.contains(word.plain())
                    || institutions.contains(word.plain());
        }
    }
}
