package fr.mentoratdurgence.reporting.bilan;

import java.util.List;

/** What can be counted, and what cannot be yet because no public fact tells it. */
public final class Catalogue {
    private static final List<String> UNTOLD = List.of("satisfaction");

    private Catalogue() {}

    /** All indicators, those of the first set first. */
    public static List<Indicator> indicators() {
        return Indicators.all();
    }

    /** The smallest set to which an indicator belongs. */
    public static int set(Indicator indicator) {
        if (Indicators.FIRST.contains(indicator)) {
            return Scope.FIRST_SET;
        }
        return Indicators.THIRD.contains(indicator) ? Scope.LATEST_SET : Scope.SECOND_SET;
    }

    /** Codes of figures that people ask for and that the contracts do not carry. */
    public static List<String> untold() {
        return UNTOLD;
    }
}
