package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Computes bilans from ledgers. The page, the API, a rebuild and a test all come through here. */
public final class Bilans {
    private Bilans() {}

    /** The figures of all that a ledger took. */
    public static Bilan of(Ledger ledger, Instant asOf) {
        PeopleFigures people = new PeopleFigures(ledger);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new PlaceFigures(ledger).all());
        figures.addAll(people.mentors());
        figures.addAll(people.proposals());
        figures.addAll(people.pairs());
        figures.addAll(people.sessions());
        figures.add(people.medianDays());
        figures.add(new Tally(ledger.names, ledger.bySource).figure(Indicators.EVENTS_HEARD, Axis.SOURCE));
        figures.add(new Tally(ledger.names, ledger.unknownByType).figure(Indicators.EVENTS_UNKNOWN, Axis.UNKNOWN_TYPE));
        figures.add(new Tally(ledger.names, ledger.unreadableByType)
                .figure(Indicators.EVENTS_UNREADABLE, Axis.UNREADABLE_TYPE));
        return new Bilan(asOf, ledger.events(), List.copyOf(figures));
    }
}
