package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.Spent;
import fr.mentoratdurgence.local.load.Caller;
import fr.mentoratdurgence.local.load.Figures;
import fr.mentoratdurgence.local.load.Load;
import fr.mentoratdurgence.local.load.SignIn;
import fr.mentoratdurgence.local.load.UnexpectedStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the door costs: the same pages asked for at a service directly and through the gateway, in turns, on a system of its
 * own whose limits are out of the way.
 */
final class GatewayBench {
    /** One address and one account ask for everything here. */
    static final Map<String, String> WITHOUT_LIMITS = Map.of(
            "RATE_CLIENT_PER_MINUTE", "10000000",
            "RATE_ACCOUNT_PER_MINUTE", "10000000",
            "RATE_FORMS_PER_MINUTE", "10000000",
            "RATE_SAME_FORM_PER_MINUTE", "10000000",
            "RATE_LINKS_PER_MINUTE", "10000000");

    private static final String REFERENT = "referente";
    private static final String PASSWORD = "demo";

    /** What is asked, of whom, and how much of the direct rate the gateway should reach; nought where nothing is wanted. */
    private record Page(String what, String path, Part service, boolean signedIn, double wanted) {}

    private static final List<Page> PAGES = List.of(
            new Page("a page, nobody’s", "/contact", Part.NEEDS, false, 0.5),
            new Page("a page, with a session", "/suivi", Part.FOLLOWUP, true, 0.35),
            new Page("a short list as JSON, with a session", "/api/followup/v1/pairs", Part.FOLLOWUP, true, 0),
            new Page("a style sheet", "/ui/ui.css", Part.NEEDS, false, 1));

    private final LocalSystem system;
    private final LocalAddresses addresses;
    private final Door door;
    private final int callers;
    private final PrintStream out;

    GatewayBench(LocalSystem system, int callers, PrintStream out) {
        this.system = system;
        this.addresses = system.addresses();
        this.door = new Door(addresses, Clock.systemUTC());
        this.callers = callers;
        this.out = out;
    }

    /** So many turns of so long, both ways in each. */
    void run(Duration time, int turns) {
        try {
            String session = SignIn.cookies(addresses.origin(), REFERENT, PASSWORD);
            out.println(
                    "| asked | way | a second | p50 ms | p95 ms | p99 ms | ms of CPU in the gateway | in the service"
                            + " | in its database | failed | gateway : direct |");
            out.println("|---|---|---|---|---|---|---|---|---|---|---|");
            for (Page page : PAGES) {
                compare(page, session, time, turns);
            }
        } catch (IOException | UnexpectedStatus e) {
            throw new LocalFailure("parcours.injoignable", addresses.origin(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("arret.en.cours");
        }
    }

    private void compare(Page page, String session, Duration time, int turns) throws InterruptedException {
        Load.Call direct = call(direct(page), page);
        Load.Call through = call(through(page, session), page);
        var _ = Load.repeated(callers, time, direct); // warms up
        var _ = Load.repeated(callers, time, through);
        Figures directly = new Figures();
        Figures byDoor = new Figures();
        Cost costDirectly = new Cost();
        Cost costByDoor = new Cost();
        for (int turn = 0; turn < turns; turn++) {
            costDirectly.of(() -> directly.add(Load.repeated(callers, time, direct)));
            costByDoor.of(() -> byDoor.add(Load.repeated(callers, time, through)));
        }
        double seconds = time.toMillis() / 1000.0 * turns;
        double ratio = (double) byDoor.answered() / Math.max(1, directly.answered());
        row(page, "direct", directly, costDirectly, seconds, "");
        String wanted = page.wanted() > 0 ? String.format(Locale.ROOT, " (wanted: %.2f)", page.wanted()) : "";
        row(page, "gateway", byDoor, costByDoor, seconds, String.format(Locale.ROOT, "%.2f", ratio) + wanted);
    }

    private Caller direct(Page page) {
        Caller nobody = new Caller(addresses.direct(page.service()));
        return page.signedIn() ? nobody.with("Authorization", () -> "Bearer " + door.token(REFERENT)) : nobody;
    }

    private Caller through(Page page, String session) {
        Caller nobody = new Caller(addresses.origin());
        return page.signedIn() ? nobody.with("Cookie", () -> session) : nobody;
    }

    private static Load.Call call(Caller caller, Page page) {
        return () -> {
            var _ = caller.get(page.path(), 200);
        };
    }

    private void row(Page page, String way, Figures figures, Cost cost, double seconds, String ratio) {
        int done = Math.max(1, figures.answered());
        String service = page.service().id();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %.2f | %.2f | %.2f | %d | %s |%n",
                page.what(),
                way,
                figures.answered() / seconds,
                figures.cells(),
                (double) cost.of("gateway") / done,
                (double) cost.of(service) / done,
                (double) cost.of("postgres/" + service) / done,
                figures.failed(),
                ratio);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Milliseconds of CPU, by process, of several turns. */
    private final class Cost {
        private final Map<String, Long> millis = new HashMap<>();

        void of(Work work) throws InterruptedException {
            Spent before = Spent.now(system.directory());
            work.run();
            Spent.now(system.directory())
                    .since(before)
                    .cpu()
                    .forEach((name, spent) -> millis.merge(name, spent, Long::sum));
        }

        long of(String name) {
            return millis.getOrDefault(name, 0L);
        }
    }
}
