package fr.mentoratdurgence.reporting.bilan;

import java.util.List;

/**
 * A versioned definition of a figure. Its label, definition and formula are in the message bundle under its code; a
 * change of meaning, formula or rounding is a new version.
 *
 * @param code stable name, such as {@code places.asked}
 * @param version version of the definition, from 1
 * @param chapter in which it stands
 * @param kind how it adds up
 * @param unit code of the unit
 * @param decimals digits after the comma; half is rounded up
 * @param family code of the indicator whose total it breaks down, its own where it has a total of its own: what is told
 *     of one member must not tell what is kept secret of another
 * @param exposure who sees it, and when
 * @param events public events that it is folded from
 */
public record Indicator(
        String code,
        int version,
        Chapter chapter,
        Kind kind,
        String unit,
        int decimals,
        String family,
        Exposure exposure,
        List<String> events) {

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
        /** A number that is no count, no share and no time, such as the largest load. */
        MEASURE
    }

    /** Who sees a figure besides analysts, who see all of it. */
    public enum Exposure {
        /** Everybody, as its kind allows. */
        EVERYBODY,
        /** Everybody, where the total of confirmed places is told: pairs stand on them. */
        OF_CONFIRMED,
        /** The same, and no part of it: along other axes pairs would tell of places that are kept secret. */
        TOTAL_OF_CONFIRMED,
        /** Nobody: it is about so few people, or repeats what another figure tells. */
        ANALYSTS
    }

    Indicator ofVersion(int earlier) {
        return earlier == version
                ? this
                : new Indicator(code, earlier, chapter, kind, unit, decimals, family, exposure, events);
    }

    Indicator withTotalOf(String other) {
        return new Indicator(code, version, chapter, kind, unit, decimals, other, exposure, events);
    }

    Indicator exposed(Exposure other) {
        return new Indicator(code, version, chapter, kind, unit, decimals, family, other, events);
    }

    static Indicator count(Chapter chapter, String code, String unit, String... events) {
        return of(chapter, code, Kind.COUNT, unit, 0, events);
    }

    static Indicator delay(Chapter chapter, String code, String... events) {
        return of(chapter, code, Kind.DELAY, "days", 0, events);
    }

    static Indicator ratio(Chapter chapter, String code, String... events) {
        return of(chapter, code, Kind.RATIO, "percent", 1, events);
    }

    static Indicator of(Chapter chapter, String code, Kind kind, String unit, int decimals, String... events) {
        return new Indicator(code, 1, chapter, kind, unit, decimals, code, Exposure.EVERYBODY, List.of(events));
    }
}
