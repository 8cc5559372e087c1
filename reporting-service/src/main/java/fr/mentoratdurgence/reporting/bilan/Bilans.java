package fr.mentoratdurgence.reporting.bilan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Computes bilans from facts. The page, the API, a rebuild and a test all come through here. */
public final class Bilans {
    private Bilans() {}

    /**
     * The bilan as of an instant, from facts as they may have been delivered: in any order, late or more than once.
     */
    public static Bilan asOf(Iterable<Fact> facts, Instant asOf) {
        List<Fact> known = new ArrayList<>();
        for (Fact fact : facts) {
            if (!fact.recordedAt().isAfter(asOf)) {
                known.add(fact);
            }
        }
        known.sort(Fact.CANONICAL_ORDER);
        return ofOrdered(known.stream(), asOf);
    }

    /** The same from facts that are already in canonical order and not after the instant, read once as they come. */
    public static Bilan ofOrdered(Stream<Fact> facts, Instant asOf) {
        Ledger ledger = new Ledger();
        facts.forEachOrdered(ledger::enter);
        return ledger.close(asOf);
    }
}
