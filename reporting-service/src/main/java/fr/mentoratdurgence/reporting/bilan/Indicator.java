package fr.mentoratdurgence.reporting.bilan;

import java.util.List;

/**
 * A versioned definition of a figure. Its label, definition and formula are in the message bundle under its code; a
 * change of meaning, formula or rounding is a new version.
 *
 * @param code stable name, such as {@code places.asked}
 * @param version version of the definition, from 1
 * @param unit code of the unit
 * @param decimals digits after the comma; half is rounded up
 * @param events public events that it is folded from
 */
public record Indicator(String code, int version, String unit, int decimals, List<String> events) {

    static Indicator count(String code, String unit, String... events) {
        return new Indicator(code, 1, unit, 0, List.of(events));
    }

    static Indicator tenths(String code, String unit, String... events) {
        return new Indicator(code, 1, unit, 1, List.of(events));
    }
}
