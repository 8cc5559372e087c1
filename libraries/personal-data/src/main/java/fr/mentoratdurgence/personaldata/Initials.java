package fr.mentoratdurgence.personaldata;

import fr.mentoratdurgence.personaldata.TextWords.Shape;
import fr.mentoratdurgence.personaldata.TextWords.Word;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that are told by letters: initials, with a surname or alone, and names that are spelled. */
final class Initials {
    /** What is numbered by letters: « Partie A. Calcul ». */
    private static final Set<String> LETTERED = Set.of(
            "partie",
            "groupe",
            "niveau",
            "classe",
            "plan",
            "option",
            "annexe",
            "exercice",
            "salle",
            "batiment",
            "section",
            "serie",
            "lot",
            "bloc",
            "hall");

    private static final Pattern SPELLED_GAP = Pattern.compile("[ .*_\\-]{1,2}");

    private final Lexicon lexicon;
    private final Set<String> noNames;
    private final Set<String> acronyms;
    private final Set<String> institutions;
    private final Set<String> titles;

    Initials(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.noNames = lexicon.words("pas-un-nom");
        this.acronyms = lexicon.words("sigles");
        this.institutions = lexicon.words("avant-une-institution");
        this.titles = lexicon.words("titres");
    }

    /** The last letter of a given name that is spelled from here: « K a r i m »; the same place where none is. */
    int spelled(TextWords words, int i) {
        StringBuilder name = new StringBuilder();
        int last = i;
        int found = i;
        while (last < words.size()
                && last - i < 15
                && words.get(last).plain().length() == 1
                && (last == i || SPELLED_GAP.matcher(words.gap(last - 1, last)).matches())) {
            name.append(words.get(last).plain());
            if (name.length() >= 4 && lexicon.given(name.toString())) {
                found = last;
            }
            last++;
        }
        return found;
    }

    /** « K.H. en 4e B », « K.H. ne vient plus », « Benali K., 4e B ». */
    boolean alone(TextWords words, int i) {
        Word first = words.get(i);
        if (first.opens()
                && first.raised()
                && first.plain().length() == 1
                && !titles.contains(first.plain())
                && words.rest(first.end()).startsWith(". ")
                && Deeds.follow(words.rest(first.end() + 1), true)) {
            return true;
        }
        if (i + 1 >= words.size() || words.taken(i) || words.taken(i + 1)) {
            return false;
        }
        if (first.shape() == Shape.CAPITAL
                && first.plain().length() > 2
                && !known(first)
                && !LETTERED.contains(first.plain())
                && words.get(i + 1).plain().length() == 1
                && words.get(i + 1).raised()
                && words.gap(i, i + 1).equals(" ")
                && words.rest(words.get(i + 1).end()).startsWith(".")
                && Deeds.levelFollows(words.rest(words.get(i + 1).end() + 1))) {
            return true;
        }
        Word second = words.get(i + 1);
        String rest = words.rest(second.end());
        String behind = rest.startsWith(".") ? rest.substring(1) : rest;
        return words.get(i).plain().length() == 1
                && second.plain().length() == 1
                && words.get(i).raised()
                && second.raised()
                && words.gap(i, i + 1).matches("\\. ?")
                && (Deeds.levelFollows(behind) || Deeds.follow(behind, true));
    }

    /** « K. Benali ». */
    boolean beforeSurname(TextWords words, int i) {
        if (i == 0 || words.get(i).shape() == Shape.LOWER || (words.allUpper() && words.size() > 2)) {
            return false;
        }
        Word initial = words.get(i - 1);
        return initial.plain().length() == 1
                && initial.raised()
                && !words.taken(i - 1)
                && words.gap(i - 1, i).matches("\\. ?")
                && (i == 1 || !LETTERED.contains(words.get(i - 2).plain()))
                && !noNames.contains(words.get(i).plain())
                && words.get(i).plain().length() > 2;
    }

    private boolean known(Word word) {
        return noNames.contains(word.plain()) || acronyms.contains(word.plain()) || institutions.contains(word.plain());
    }
}
