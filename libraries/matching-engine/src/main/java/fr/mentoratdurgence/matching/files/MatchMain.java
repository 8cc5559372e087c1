package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.matching.engine.Certificate;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.LivePlan;
import fr.mentoratdurgence.matching.engine.Plan;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WeightsOverflow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Matches the lines of one file with the mentors of another, without any server. */
public final class MatchMain {
    private static final List<String> OPTIONS = List.of("--lines", "--mentors", "--policy", "--out", "--seed");

    private MatchMain() {}

    /** {@code --lines FILE --mentors FILE --policy FILE --out DIR [--seed N]}; ends with 0, or 1 where a file is refused. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            Map<String, String> options = options(arguments);
            Path folder = Path.of(options.get("--out"));
            Map<String, Long> times = new LinkedHashMap<>();
            long start = System.nanoTime();
            Policy policy = PolicyFile.read(Path.of(options.get("--policy")));
            Problem problem = MatchFiles.read(
                    Path.of(options.get("--lines")),
                    Path.of(options.get("--mentors")),
                    policy,
                    Long.parseLong(options.getOrDefault("--seed", "0")));
            start = note(times, "lecture", start);
            LivePlan live = LivePlan.once(problem);
            Plan plan = live.plan();
            start = note(times, "calcul", start);
            Certificate certificate = Certificate.check(problem, plan);
            start = note(times, "certificat", start);
            ExplainedPlan outcome = live.reasons();
            note(times, "raisons", start);
            Report report = new Report(problem, plan, certificate, outcome, times);
            report.write(folder);
            out.println(report.summary(folder));
            report.shortfalls().forEach(out::println);
            return certificate.proven() ? 0 : 1;
        } catch (FileRefused refused) {
            refused.reasons().forEach(err::println);
            err.println(MatchingWords.say("rien.ecrit"));
        } catch (WeightsOverflow overflow) {
            err.println(MatchingWords.say("regle.trop.grande", overflow.seats()));
        } catch (IOException unwritable) {
            err.println(MatchingWords.say("dossier.impossible", unwritable.getMessage()));
        }
        return 1;
    }

    private static long note(Map<String, Long> times, String what, long start) {
        long now = System.nanoTime();
        times.put(what, TimeUnit.NANOSECONDS.toMillis(now - start));
        return now;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int k = 0; k < arguments.length; k += 2) {
            if (!OPTIONS.contains(arguments[k]) || k + 1 == arguments.length) {
                throw new FileRefused(List.of(MatchingWords.say("options", arguments[k])));
            }
            options.put(arguments[k], arguments[k + 1]);
        }
        for (String needed : OPTIONS.subList(0, 4)) {
            if (!options.containsKey(needed)) {
                throw new FileRefused(List.of(MatchingWords.say("options", needed)));
            }
        }
        if (!options.getOrDefault("--seed", "0").matches("-?\\d{1,18}")) {
            throw new FileRefused(List.of(MatchingWords.say("options", "--seed")));
        }
        return options;
    }
}
