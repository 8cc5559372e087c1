package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by two codes at once; the key of a part is both, with a slash between. */
final class PairedTally {
    /** Stands between the two codes of a key; no code holds it. */
    static final String BETWEEN = "/";

    private final WordNumbers words;
    private final Map<String, Long> counts = new TreeMap<>();

    PairedTally(WordNumbers words) {
        this.words = words;
    }

    void add(int first, int second) {
        counts.merge(words.text(first) + BETWEEN + words.text(second), 1L, Long::sum);
    }

    Breakdown breakdown(Axis axis) {
        List<Part> parts = new ArrayList<>();
        counts.forEach((key, count) -> parts.add(new Part(key, BigDecimal.valueOf(count))));
        return new Breakdown(axis, List.copyOf(parts));
    }
}
