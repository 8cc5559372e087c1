package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.TerminalFigures;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.journey.JourneyResult;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened, for the person who played the demonstration. */
final class Summary {
    private Summary() {}

    static void print(JourneyResult result, LocalAddresses addresses, PrintStream out) {
        out.println();
        out.println(Texts.say(headline(result)));
        result.differences().forEach(out::println);
        out.println();
        TerminalFigures.print(result.bilan(), out);
        out.println();
        out.println(Texts.say("pret", addresses.origin()));
        out.println(Texts.say("courriers", addresses.caughtLetters()));
        out.println(Texts.say("comptes"));
        result.logins().forEach((address, login) -> out.println(Texts.say("comptes.mentor", login, address)));
    }

    private static String headline(JourneyResult result) {
        if (!result.playedNow()) {
            return "resume.plus.tot";
        }
        return result.wentThrough() ? "resume.reussi" : "resume.ecarts";
    }

    static String json(JourneyResult result, LocalAddresses addresses) {
        ObjectNode summary = JsonMapper.shared().createObjectNode();
        summary.put("wentThrough", result.wentThrough());
        summary.put("playedNow", result.playedNow());
        summary.putPOJO("differences", result.differences());
        summary.put("origin", addresses.origin());
        summary.putPOJO("accounts", Map.of("password", "demo", "usernames", accounts(), "mentors", result.logins()));
        summary.set("bilan", result.bilan());
        return summary.toString();
    }

    private static List<String> accounts() {
        return List.of("referente", "referent2", "coordination", "analyste", "ops", "ecole", "ecole2");
    }
}
