package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Counts;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts by code, on their way to a figure. */
final class Tally {
    private final WordNumbers words;
    private final Counts counts;

    Tally(WordNumbers words) {
        this(words, new Counts());
    }

    Tally(WordNumbers words, Counts counts) {
        this.words = words;
        this.counts = counts;
    }

    void add(int code) {
        counts.add(code, 1);
    }

    void add(int code, long count) {
        counts.add(code, count);
    }

    /** Several codes in one word count once each; where none was told, it counts as untold. */
    void addEach(int several, long count) {
        if (several == Ints.NONE) {
            add(words.number(Grounds.UNTOLD), count);
            return;
        }
        for (String code : words.text(several).split("\\+", -1)) {
            add(words.number(code), count);
        }
    }

    long total() {
        return counts.total();
    }

    Figure figure(Indicator indicator, Axis axis) {
        return new Figure(indicator, BigDecimal.valueOf(total()), List.of(breakdown(axis)));
    }

    Figure.Breakdown breakdown(Axis axis) {
        List<Figure.Part> parts = new ArrayList<>();
        for (int code = 0; code < counts.end(); code++) {
            if (counts.of(code) != 0) {
                parts.add(new Figure.Part(words.text(code), BigDecimal.valueOf(counts.of(code))));
            }
        }
        parts.sort(Comparator.comparing(Figure.Part::key, axis.readingOrder()));
        return new Figure.Breakdown(axis, List.copyOf(parts));
    }
}
