package fr.mentoratdurgence.local;

import fr.mentoratdurgence.local.journey.JourneyResult;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened, for the person who played the demonstration. */
final class Summary {
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

    private Summary() {}

    static void print(JourneyResult result, LocalAddresses addresses, PrintStream out) {
        out.println();
        out.println(Texts.say(headline(result)));
        result.differences().forEach(out::println);
        out.println();
        figures(result.bilan(), out);
        out.println();
        out.println(Texts.say("pret", addresses.origin()));
        out.println(Texts.say("comptes"));
    }

    private static String headline(JourneyResult result) {
        if (!result.playedNow()) {
            return "resume.plus.tot";
        }
        return result.wentThrough() ? "resume.reussi" : "resume.ecarts";
    }

    static void figures(JsonNode bilan, PrintStream out) {
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
                bilan.path("hash").asString(),
                bilan.path("set").asInt()));
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

    static String json(JourneyResult result, LocalAddresses addresses) {
        ObjectNode summary = JsonMapper.shared().createObjectNode();
        summary.put("wentThrough", result.wentThrough());
        summary.put("playedNow", result.playedNow());
        summary.putPOJO("differences", result.differences());
        summary.put("origin", addresses.origin());
        summary.putPOJO("accounts", Map.of("password", "demo", "usernames", accounts()));
        summary.set("bilan", result.bilan());
        return summary.toString();
    }

    private static List<String> accounts() {
        return List.of("referente", "referent2", "coordination", "analyste", "ops", "ecole", "ecole2");
    }
}
