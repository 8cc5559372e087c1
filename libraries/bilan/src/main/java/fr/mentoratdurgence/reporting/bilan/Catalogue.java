package fr.mentoratdurgence.reporting.bilan;

import java.util.List;

/** What can be counted, and what cannot be yet because no public fact tells it. */
public final class Catalogue {
    private static final List<String> UNTOLD = List.of("satisfaction");

    private Catalogue() {}

    /** All indicators, chapter by chapter. */
    public static List<Indicator> indicators() {
        return Indicators.ALL;
    }

    /** Codes of figures that people ask for and that the contracts do not carry. */
    public static List<String> untold() {
        return UNTOLD;
    }
}
