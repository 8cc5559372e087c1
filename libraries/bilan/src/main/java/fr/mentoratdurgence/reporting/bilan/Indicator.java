package fr.mentoratdurgence.reporting.bilan;

import java.util.List;

/**
 * A versioned definition of a figure. Its label, definition and formula are in the message bundle under its code; a
 * change of meaning, formula or rounding is a new version.
 *
 * @param code stable name, such as {@code places.asked}
 * @param version version of the definition, from 1
 * @param kind how it adds up, and so how it may be published
 * @param unit code of the unit
 * @param decimals digits after the comma; half is rounded up
 * @param events public events that it is folded from
 */
public record Indicator(String code, int version, Kind kind, String unit, int decimals, List<String> events) {

    /** How a figure adds up. */
    public enum Kind {
        /** How many; the parts of each breakdown add up to it. */
        COUNT,
        /** How much, such as hours; the parts add up to it. */
        AMOUNT,
        /** How many at the end of each week; the parts do not add up. */
        LEVELS,
        /** A share of other figures, in percent. */
        RATIO,
        /** A time that passes, with its curve where it has one. */
        DELAY,
        /** A number of the rules in force: about nobody, and told as it is. */
        RULE,
        /** About so few people that only analysts see it. */
        INTERNAL
    }

    Indicator ofVersion(int earlier) {
        return earlier == version ? this : new Indicator(code, earlier, kind, unit, decimals, events);
    }

    static Indicator count(String code, String unit, String... events) {
        return new Indicator(code, 1, Kind.COUNT, unit, 0, List.of(events));
    }

    static Indicator of(String code, Kind kind, String unit, int decimals, String... events) {
        return new Indicator(code, 1, kind, unit, decimals, List.of(events));
    }
}
