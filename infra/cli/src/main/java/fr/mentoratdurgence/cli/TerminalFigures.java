package fr.mentoratdurgence.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The figures of a bilan that a terminal shows. */
public final class TerminalFigures {
    private static final List<String> HEADLINES = List.of(
            "needs.declared",
            "places.asked",
            "places.qualified",
            "places.covered",
            "mentors.applied",
            "mentors.active",
            "pairs.opened",
            "pairs.alive",
            "pairs.interrupted",
            "pairs.closed-as-planned",
            "sessions.held",
            "sessions.missed",
            "sessions.hours",
            "delay.need-to-pair.median");

    private TerminalFigures() {}

    /** Prints the headlines, the fingerprint and the date they hold for. */
    public static void print(JsonNode bilan, PrintStream out) {
        for (JsonNode figure : bilan.path("figures")) {
            if (HEADLINES.contains(figure.path("code").asString())) {
                out.printf(
                        "  %-58s %8s %s%n",
                        figure.path("label").asString(),
                        figure.path("value").isNumber()
                                ? figure.path("value")
                                        .decimalValue()
                                        .toPlainString()
                                        .replace('.', ',')
                                : "–",
                        unit(figure));
            }
        }
        out.println();
        out.println(Texts.say(
                "resume.empreinte",
                bilan.path("asOf").asString(),
                bilan.path("events").asString(),
                bilan.path("hash").asString()));
        if (!bilan.path("published").asBoolean(true)) {
            out.println(Texts.say("resume.exact"));
        }
    }

    /** In French, what is below two is one: 1 binôme, 0,5 heure. */
    private static String unit(JsonNode figure) {
        String unit = figure.path("unit").asString();
        boolean single = figure.path("value").isNumber()
                && figure.path("value").decimalValue().abs().compareTo(BigDecimal.TWO) < 0;
        return single ? unit.replaceFirst("s(?= |$)", "") : unit;
    }
}
