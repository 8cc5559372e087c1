package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Spent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How long the whole system takes to be ready, first with nothing and then with what the first time left; how long to stop;
 * and how much memory it holds once it is ready and has been left alone for a moment.
 */
final class StartBench {
    private static final double MEBI = 1024.0 * 1024;

    private final LocalOptions options;
    private final PrintStream out;

    StartBench(LocalOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** So many starts, of which the first finds an empty folder. */
    void run(int starts, Duration restBefore) throws InterruptedException {
        out.println("| start | ready after s | stopped after s | memory MB |");
        out.println("|---|---|---|---|");
        Map<String, Long> memory = Map.of();
        for (int number = 1; number <= starts; number++) {
            long begun = System.nanoTime();
            double ready;
            long stopping;
            try (Foreground foreground =
                    Foreground.start(number == 1 ? options.startingFresh() : options, Progress.SILENT)) {
                ready = seconds(begun);
                Thread.sleep(restBefore);
                memory = Spent.memory(foreground.system().directory());
                stopping = System.nanoTime();
            }
            out.printf(
                    Locale.ROOT,
                    "| %d%s | %.1f | %.1f | %.0f |%n",
                    number,
                    number == 1 ? ", nothing there" : "",
                    ready,
                    seconds(stopping),
                    memory.values().stream().mapToLong(Long::longValue).sum() / MEBI);
        }
        out.println();
        out.println("| part | memory MB |");
        out.println("|---|---|");
        memory.forEach((part, bytes) -> out.printf(Locale.ROOT, "| %s | %.0f |%n", part, bytes / MEBI));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
