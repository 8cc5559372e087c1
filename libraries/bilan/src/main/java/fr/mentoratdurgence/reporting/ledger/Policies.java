package fr.mentoratdurgence.reporting.ledger;

import java.util.Map;
import java.util.TreeMap;

/** What is known of the matching policy: the floors of each version, and which version is in force. */
public final class Policies extends LedgerAccounts {
    private record Version(int publishedBy, Map<Integer, Integer> floors) {}

    private final Map<Integer, Version> versions = new TreeMap<>();
    private int activatedBy = Ints.NONE;
    private int active = Ints.NONE;

    /** Percent by code of the audience, in the version in force; empty where none is, or none was told. */
    public Map<Integer, Integer> floorsInForce() {
        Version version = versions.get(active);
        return version == null ? Map.of() : version.floors();
    }

    void published(Entry e) {
        Map<Integer, Integer> floors = new TreeMap<>();
        for (int i = 0; i < e.lines(); i++) {
            floors.put(e.lineCode(i), e.lineCount(i));
        }
        publish(e.number(Field.VERSION), new Version(e.sequence(), Map.copyOf(floors)));
    }

    void activated(Entry e) {
        activate(e.sequence(), e.number(Field.VERSION));
    }

    private void publish(int number, Version version) {
        versions.merge(number, version, (one, other) -> one.publishedBy() >= other.publishedBy() ? one : other);
    }

    /** There is one stream of the policy, so the sequence decides; were there two, the larger version would. */
    private void activate(int sequence, int version) {
        if (sequence > activatedBy || (sequence == activatedBy && version > active)) {
            activatedBy = sequence;
            active = version;
        }
    }

    void join(Policies other) {
        int[] _ = rowsOf(other);
        other.versions.forEach(this::publish);
        activate(other.activatedBy, other.active);
    }
}
