package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Concerns;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Worries about young people: how many, and how long until somebody of the team answered for them. Nothing else. */
final class ConcernFigures {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private ConcernFigures() {}

    static List<Figure> of(Ledger ledger, Area area) {
        Concerns concerns = ledger.concerns;
        long raised = 0;
        LongStream.Builder waited = LongStream.builder();
        for (int concern = 0; concern < concerns.size(); concern++) {
            if (!concerns.raisedAt.has(concern) || !area.hasConcern(concern)) {
                continue;
            }
            raised++;
            if (concerns.takenAt.has(concern)) {
                waited.add(concerns.takenAt.get(concern) - (long) concerns.raisedAt.get(concern));
            }
        }
        return List.of(
                Measures.count(Indicators.CONCERNS_RAISED, raised),
                new Figure(Indicators.CONCERNS_HOURS, hours(Measures.median(waited.build(), 1)), List.of()));
    }

    private static @Nullable BigDecimal hours(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : seconds.divide(SECONDS_PER_HOUR, Indicators.CONCERNS_HOURS.decimals(), RoundingMode.HALF_UP);
    }
}
