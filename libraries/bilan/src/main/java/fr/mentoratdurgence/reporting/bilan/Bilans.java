package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes bilans from ledgers. The page, the API, a rebuild and a test all come through here. */
public final class Bilans {
    private Bilans() {}

    /** The figures of the first set, of all that a ledger took. */
    public static Bilan of(Ledger ledger, Instant asOf) {
        return of(ledger, new Scope(asOf, null, Territory.NATION, Scope.FIRST_SET));
    }

    /** The exact figures of what a ledger took. */
    public static Bilan of(Ledger ledger, Scope scope) {
        Grounds grounds = new Grounds(ledger);
        Area area = new Area(ledger, scope.territory(), grounds);
        List<Figure> figures = new ArrayList<>(first(ledger, area, scope.territory()));
        if (scope.set() > Scope.FIRST_SET) {
            figures.addAll(second(ledger, grounds, area, scope));
        }
        if (scope.set() > Scope.SECOND_SET) {
            figures.addAll(new AssociationFigures(ledger, grounds, area).furtherSteps());
        }
        return new Bilan(scope, false, ledger.events(), List.copyOf(figures));
    }

    private static List<Figure> first(Ledger ledger, Area area, Territory territory) {
        PeopleFigures people = new PeopleFigures(ledger, area);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new PlaceFigures(ledger, area).all());
        figures.addAll(people.mentors());
        figures.addAll(people.proposals());
        figures.addAll(people.pairs());
        figures.addAll(people.sessions());
        figures.add(people.medianDays());
        if (territory.isNation()) {
            figures.add(new Tally(ledger.names, ledger.bySource).figure(Indicators.EVENTS_HEARD, Axis.SOURCE));
            figures.add(
                    new Tally(ledger.names, ledger.unknownByType).figure(Indicators.EVENTS_UNKNOWN, Axis.UNKNOWN_TYPE));
            figures.add(new Tally(ledger.names, ledger.unreadableByType)
                    .figure(Indicators.EVENTS_UNREADABLE, Axis.UNREADABLE_TYPE));
        }
        return figures;
    }

    private static List<Figure> second(Ledger ledger, Grounds grounds, Area area, Scope scope) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new FunnelFigures(ledger, grounds, area).all());
        figures.addAll(new DelayFigures(ledger, area, scope.lastDay()).all());
        figures.addAll(new RhythmFigures(ledger, grounds, area, scope.lastDay()).all());
        figures.addAll(new TeamFigures(ledger, area).all());
        figures.addAll(new AssociationFigures(ledger, grounds, area).all());
        figures.addAll(new ContinuationFigures(ledger, grounds, area).all());
        figures.add(FloorFigures.of(ledger));
        if (scope.territory().isNation()) {
            figures.addAll(new QualityFigures(ledger).all());
        }
        PeopleFigures people = new PeopleFigures(ledger, area);
        List<Figure> counts = new ArrayList<>(figures);
        counts.addAll(people.sessions());
        counts.addAll(people.pairs());
        figures.addAll(RatioFigures.ofExact(byCode(counts)));
        return figures;
    }

    static Map<String, Figure> byCode(List<Figure> figures) {
        Map<String, Figure> byCode = new LinkedHashMap<>();
        figures.forEach(figure -> byCode.put(figure.indicator().code(), figure));
        return byCode;
    }
}
