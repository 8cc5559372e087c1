package fr.mentoratdurgence.reporting.bilan;

import static java.time.temporal.ChronoUnit.DAYS;

import fr.mentoratdurgence.reporting.bilan.Heard.PairClosed;
import fr.mentoratdurgence.reporting.bilan.Heard.PairInterrupted;
import fr.mentoratdurgence.reporting.bilan.Heard.PairOpened;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of one pair. */
final class PairAccount {
    @Nullable
    PairOpened opened;

    boolean contacted;
    boolean overdue;

    @Nullable
    PairInterrupted interrupted;

    @Nullable
    PairClosed closed;

    static List<Figure> figures(Collection<PairAccount> pairs) {
        PlaceTally opened = new PlaceTally();
        PlaceTally alive = new PlaceTally();
        Tally overdue = new Tally();
        Tally interruptedByReason = new Tally();
        Tally interruptedBySide = new Tally();
        long contacted = 0;
        long closedAsPlanned = 0;
        long closedEarly = 0;
        for (PairAccount pair : pairs) {
            contacted += pair.contacted ? 1 : 0;
            if (pair.opened != null) {
                PairOpened e = pair.opened;
                opened.add(e.levelBand(), e.priorityAudience(), e.departement(), 1);
                alive.add(e.levelBand(), e.priorityAudience(), e.departement(), pair.ended() ? 0 : 1);
            }
            if (pair.overdue) {
                overdue.add(pair.sinceOverdue());
            }
            if (pair.interrupted != null) {
                interruptedByReason.add(pair.interrupted.reason());
                interruptedBySide.add(pair.interrupted.side());
            }
            if (pair.closed != null) {
                closedAsPlanned += pair.closed.planned() ? 1 : 0;
                closedEarly += pair.closed.planned() ? 0 : 1;
            }
        }
        return List.of(
                opened.figure(Indicators.PAIRS_OPENED),
                alive.figure(Indicators.PAIRS_ALIVE),
                Measures.count(Indicators.PAIRS_CONTACTED, contacted),
                overdue.figure(Indicators.PAIRS_OVERDUE, Axis.OVERDUE_NOW),
                new Figure(
                        Indicators.PAIRS_INTERRUPTED,
                        BigDecimal.valueOf(interruptedByReason.total()),
                        List.of(
                                interruptedByReason.breakdown(Axis.INTERRUPTION_REASON),
                                interruptedBySide.breakdown(Axis.SIDE))),
                Measures.count(Indicators.PAIRS_CLOSED_AS_PLANNED, closedAsPlanned),
                Measures.count(Indicators.PAIRS_CLOSED_EARLY, closedEarly));
    }

    /** Over all pairs that were opened, whatever became of them; a replacement waits since its need was declared. */
    static Figure medianDays(Collection<PairAccount> pairs) {
        Indicator indicator = Indicators.MEDIAN_DAYS;
        BigDecimal median = Measures.median(
                pairs.stream()
                        .map(pair -> pair.opened)
                        .filter(Objects::nonNull)
                        .mapToLong(opened -> DAYS.between(opened.needDeclaredOn(), opened.openedOn())),
                indicator.decimals());
        return new Figure(indicator, median, List.of());
    }

    private boolean ended() {
        return interrupted != null || closed != null;
    }

    private String sinceOverdue() {
        if (contacted) {
            return "CONFIRMED_LATE";
        }
        return ended() ? "ENDED" : "WAITING";
    }
}
