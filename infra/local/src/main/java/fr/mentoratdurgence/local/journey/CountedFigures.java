package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.cli.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Numbers by the code of their figure; a part of a figure is {@code code[key]}. What was put in and
 * what the bilan says are compared in this form.
 */
record CountedFigures(Map<String, BigDecimal> values) {
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    /** Each of two rounded figures may be off by half of the last digit. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.1");

    static CountedFigures none() {
        return new CountedFigures(new LinkedHashMap<>());
    }

    static CountedFigures ofBilan(JsonNode bilan) {
        CountedFigures figures = none();
        for (JsonNode figure : bilan.path("figures")) {
            String code = figure.path("code").asString();
            figures.values.put(code, number(figure));
            for (JsonNode breakdown : figure.path("breakdowns")) {
                for (JsonNode part : breakdown.path("parts")) {
                    figures.values.put(code + "[" + part.path("key").asString() + "]", number(part));
                }
            }
        }
        return figures;
    }

    private static BigDecimal number(JsonNode holder) {
        JsonNode value = holder.path("value");
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    void add(String code, long count) {
        values.merge(code, BigDecimal.valueOf(count), BigDecimal::add);
    }

    void addHours(String code, long minutes) {
        values.merge(
                code, BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 1, RoundingMode.HALF_UP), BigDecimal::add);
    }

    /** One sentence for every number that did not grow by what was put in. */
    static List<String> differences(CountedFigures putIn, CountedFigures before, CountedFigures after) {
        var sentences = new ArrayList<String>();
        putIn.values.forEach((code, expected) -> {
            BigDecimal grown = after.of(code).subtract(before.of(code));
            BigDecimal tolerated = expected.scale() > 0 ? ROUNDING : BigDecimal.ZERO;
            if (grown.subtract(expected).abs().compareTo(tolerated) > 0) {
                sentences.add(Texts.say("parcours.ecart", code, expected.toPlainString(), grown.toPlainString()));
            }
        });
        return sentences;
    }

    private BigDecimal of(String code) {
        return values.getOrDefault(code, BigDecimal.ZERO);
    }
}
