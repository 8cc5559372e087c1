package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.Spent;
import fr.mentoratdurgence.local.load.Figures;
import fr.mentoratdurgence.local.load.Load;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one declared need costs each part, and the highest rate of them with p99 within a quarter of a second and nothing
 * failed, with what ran out beyond it.
 *
 * @param here the run whose processes can be looked at; empty elsewhere
 * @param step how long each rate is held
 */
record HighestRate(RehearsedActs acts, Optional<Run> here, Duration step, PrintStream out) {
    private static final double FIRST = 25;
    private static final double GROWS = 1.3;
    private static final double NEAR_ENOUGH = 1.06;
    private static final double HELD = 0.97;
    private static final double ALL_AT_WORK = 0.9;
    private static final int CALLERS = 8;
    /** What others hear of a need they have heard by then. */
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(5);

    /** A run of this machine. */
    record Run(Path directory, LocalAddresses addresses) {}

    /** What one rate came to. */
    private record Held(double rate, Figures figures, double atWork, Spent spent, Map<String, Double> waited) {
        boolean good(Duration step) {
            double came = figures.answered() / (step.toMillis() / 1000.0);
            return figures.failed() == 0 && figures.millis(99) <= Minutes.WANTED_MILLIS && came >= rate * HELD;
        }
    }

    /** Milliseconds of CPU for each need, by part; those that do something without any load are not counted twice. */
    void printCost() throws InterruptedException {
        var _ = Load.repeated(CALLERS, step, acts::declare); // warms up
        if (here.isEmpty()) {
            return;
        }
        Path directory = here.get().directory();
        Thread.sleep(UNTIL_HEARD);
        Spent idleFrom = Spent.now(directory);
        Thread.sleep(UNTIL_HEARD);
        Spent idle = Spent.now(directory).since(idleFrom);
        Spent from = Spent.now(directory);
        Figures figures = Load.repeated(CALLERS, step, acts::declare);
        Thread.sleep(UNTIL_HEARD);
        Spent spent = Spent.now(directory).since(from);
        double idles = (double) step.plus(UNTIL_HEARD).toMillis() / UNTIL_HEARD.toMillis();
        int needs = Math.max(1, figures.answered());
        out.printf(
                Locale.ROOT,
                "%d needs by %d callers, %.0f a second; p50, p95, p99: %s ms; failed: %d%n%n",
                figures.answered(),
                CALLERS,
                figures.answered() / (step.toMillis() / 1000.0),
                figures.cells(),
                figures.failed());
        out.println("| part | ms of CPU for each need |");
        out.println("|---|---|");
        double all = 0;
        for (Map.Entry<String, Long> part : spent.cpu().entrySet()) {
            double each = Math.max(0, part.getValue() - idles * idle.cpu().getOrDefault(part.getKey(), 0L)) / needs;
            all += each;
            out.printf(Locale.ROOT, "| %s | %.2f |%n", part.getKey(), each);
        }
        out.printf(Locale.ROOT, "| all | %.2f |%n%n", all);
    }

    /** Needs a second. */
    double find() throws InterruptedException {
        out.println(
                "| needs a second | p50 ms | p95 ms | p99 ms | failed | processors at work | most of it | waited for"
                        + " connections |");
        out.println("|---|---|---|---|---|---|---|---|");
        double good = 0;
        double rate = FIRST;
        Held bad = null;
        while (bad == null || bad.rate() / Math.max(good, 1) > NEAR_ENOUGH) {
            Held held = hold(rate);
            print(held);
            if (held.good(step)) {
                good = rate;
            } else {
                bad = held;
                if (good == 0 && rate < 2) {
                    break;
                }
                Thread.sleep(UNTIL_HEARD); // what has piled up is not the next one's
            }
            rate = bad == null ? rate * GROWS : good == 0 ? rate / 2 : Math.sqrt(good * bad.rate());
        }
        out.println();
        out.printf(Locale.ROOT, "Highest rate: %.0f needs a second; beyond: %s%n%n", good, ranOut(bad));
        return good;
    }

    private Held hold(double rate) throws InterruptedException {
        if (here.isEmpty()) {
            return new Held(rate, Load.atRate(rate, step, acts::declare), 0, new Spent(Map.of()), Map.of());
        }
        Run run = here.get();
        try (Pools pools = new Pools(run.directory(), run.addresses())) {
            long[] machine = Spent.machine();
            Spent before = Spent.now(run.directory());
            Figures figures = Load.atRate(rate, step, acts::declare);
            Spent spent = Spent.now(run.directory()).since(before);
            long[] after = Spent.machine();
            double atWork = (double) (after[0] - machine[0]) / Math.max(1, after[1] - machine[1]);
            return new Held(rate, figures, atWork, spent, pools.waited());
        }
    }

    private void print(Held held) {
        out.printf(
                Locale.ROOT,
                "| %.0f | %s | %s | %.0f %% | %s | %s |%n",
                held.rate(),
                held.figures().cells(),
                held.figures().failures().isEmpty() ? "0" : held.figures().failures(),
                held.atWork() * 100,
                most(held.spent()),
                held.waited().isEmpty() ? "nobody" : held.waited());
    }

    private static String most(Spent spent) {
        long total = Math.max(1, spent.total());
        return spent.cpu().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(one -> one.getKey() + " " + one.getValue() * 100 / total + " %")
                .collect(Collectors.joining(", "));
    }

    private static String ranOut(@Nullable Held beyond) {
        if (beyond == null) {
            return "nothing";
        }
        if (!beyond.figures().failures().isEmpty()) {
            return "answers that are none: " + beyond.figures().failures();
        }
        if (beyond.atWork() > ALL_AT_WORK) {
            return String.format(
                    Locale.ROOT, "the processors (%.0f %% at work; %s)", beyond.atWork() * 100, most(beyond.spent()));
        }
        return beyond.waited().isEmpty()
                ? "time: p99 alone, while processors and connections were left"
                : "connections to the database: " + beyond.waited();
    }
}
