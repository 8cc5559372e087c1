package fr.mentoratdurgence.personaldata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Spots what looks like data about a person in a short French text, so that it can be refused before it is stored. It errs
 * on the side of asking again; how often it does either is measured by the corpus in the tests. The work grows with the
 * length of the text and no faster.
 */
public final class PersonalDataDetector {
    private final Names names = new Names(new Lexicon());

    /** What may not stand in a note; empty where the text may be kept. */
    public List<Find> scan(String text) {
        return scan(text, TextPlace.NOTE);
    }

    /** What may not stand in this place, in the order of the text, none within another. */
    public List<Find> scan(String typed, TextPlace place) {
        PlainText text = PlainText.of(typed);
        List<Find> finds = new ArrayList<>(Identifiers.in(text));
        finds.addAll(Telephones.in(text));
        List<Find> named = names.in(text, place == TextPlace.TITLE);
        finds.addAll(named);
        finds.addAll(Circumstances.in(text, !named.isEmpty()));
        finds.removeIf(find -> !place.refuses(find.kind()));
        return withoutInner(finds);
    }

    /** The text without the words that were seen of these kinds, looked at again until none is seen. */
    public String without(String typed, Set<PersonalDataKind> kinds) {
        String left = typed;
        for (List<Find> seen = ofKinds(left, kinds); !seen.isEmpty(); seen = ofKinds(left, kinds)) {
            StringBuilder kept = new StringBuilder(left);
            for (Find find : seen.reversed()) {
                kept.delete(find.start(), find.end());
            }
            left = kept.toString()
                    .replaceAll("[ \\t]{2,}", " ")
                    .replaceAll(" (?=[,.])", "")
                    .strip();
        }
        return left;
    }

    private List<Find> ofKinds(String text, Set<PersonalDataKind> kinds) {
        return scan(text).stream().filter(find -> kinds.contains(find.kind())).toList();
    }

    private static List<Find> withoutInner(List<Find> finds) {
        finds.sort(Comparator.comparingInt(Find::start).thenComparing(Find::end, Comparator.reverseOrder()));
        List<Find> outer = new ArrayList<>();
        for (Find find : finds) {
            if (outer.isEmpty() || find.start() >= outer.getLast().end()) {
                outer.add(find);
            } else if (find.end() > outer.getLast().end()) {
                int start = outer.getLast().end();
                outer.add(new Find(find.kind(), start, find.end(), find.words().substring(start - find.start())));
            }
        }
        return outer;
    }
}
