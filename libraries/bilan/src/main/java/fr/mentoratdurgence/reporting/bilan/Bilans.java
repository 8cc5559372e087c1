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

    /** The exact figures of all that a ledger took. */
    public static Bilan of(Ledger ledger, Instant asOf) {
        return of(ledger, Scope.at(asOf));
    }

    /** The exact figures of what a ledger took. */
    public static Bilan of(Ledger ledger, Scope scope) {
        ledger.settle();
        Grounds grounds = new Grounds(ledger);
        Area area = new Area(ledger, scope.territory(), grounds);
        PeopleFigures people = new PeopleFigures(ledger, area);
        AssociationFigures associations = new AssociationFigures(ledger, grounds, area);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new PlaceFigures(ledger, area).all());
        figures.addAll(people.mentors());
        figures.addAll(people.proposals());
        figures.addAll(people.pairs());
        figures.addAll(people.sessions());
        figures.add(people.medianDays());
        figures.addAll(new FunnelFigures(ledger, grounds, area).all());
        figures.addAll(new DelayFigures(ledger, area, scope.lastDay()).all());
        figures.addAll(new RhythmFigures(ledger, grounds, area, scope.lastDay()).all());
        figures.addAll(new TeamFigures(ledger, area).all());
        figures.addAll(associations.all());
        figures.addAll(associations.furtherSteps());
        figures.addAll(new ContinuationFigures(ledger, grounds, area).all());
        figures.addAll(new SupportFigures(ledger, area).all());
        figures.addAll(new FollowUpFigures(ledger, area).all());
        figures.addAll(new AfterwardsFigures(ledger, area).all());
        figures.addAll(ConcernFigures.of(ledger, area));
        figures.add(FloorFigures.of(ledger));
        if (scope.territory().isNation()) {
            figures.addAll(ofFacts(ledger));
        }
        figures.addAll(RatioFigures.ofExact(byCode(figures)));
        return new Bilan(scope, false, ledger.events(), figures);
    }

    private static List<Figure> ofFacts(Ledger ledger) {
        List<Figure> figures = new ArrayList<>(new QualityFigures(ledger).all());
        figures.add(new Tally(ledger.names, ledger.bySource).figure(Indicators.EVENTS_HEARD, Axis.SOURCE));
        figures.add(new Tally(ledger.names, ledger.unknownByType).figure(Indicators.EVENTS_UNKNOWN, Axis.UNKNOWN_TYPE));
        figures.add(new Tally(ledger.names, ledger.unreadableByType)
                .figure(Indicators.EVENTS_UNREADABLE, Axis.UNREADABLE_TYPE));
        return figures;
    }

    static Map<String, Figure> byCode(List<Figure> figures) {
        Map<String, Figure> byCode = new LinkedHashMap<>();
        figures.forEach(figure -> byCode.put(figure.indicator().code(), figure));
        return byCode;
    }
}
