package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a rebuild costs those who work meanwhile: the times of their queries and commands while one runs, from its start
 * to its switch, and as long without one right after it, in turns in the same run.
 */
final class RebuildBench {
    private static final int READERS = 3;
    private static final int PAUSE = 10;

    private record Work(List<Long> reads, List<Long> commands) {
        Work() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Work more) {
            reads.addAll(more.reads);
            commands.addAll(more.commands);
        }
    }

    private final ConfigurableApplicationContext context;
    private final JdbcClient db;
    private final int events;
    private final AtomicInteger numbers = new AtomicInteger();

    private RebuildBench(ConfigurableApplicationContext context, int events) {
        this.context = context;
        this.db = context.getBean(JdbcClient.class);
        this.events = events;
    }

    /** @param arguments events in the store, rounds, then the paces to measure (events per second) */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int[] paces = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray()
                : new int[] {1_000, 2_000, 4_000, 1_000_000};
        SpringApplication tiny = new SpringApplication(TinyApplication.class);
        tiny.addInitializers(c -> ((GenericApplicationContext) c).registerBean("nobody", JwtDecoder.class, () -> _ -> {
            throw new BadJwtException("nobody talks to the benchmark");
        }));
        List<String> settings = new ArrayList<>(List.of("--logging.level.root=ERROR"));
        LocalParts.settings(LocalParts.database()).forEach((key, value) -> settings.add("--" + key + "=" + value));
        try (ConfigurableApplicationContext context = tiny.run(settings.toArray(String[]::new))) {
            RebuildBench bench = new RebuildBench(context, events);
            bench.fill();
            bench.measure(rounds, paces);
        }
        System.exit(0); // the embedded parts have threads of their own
    }

    /** Facts that are not public, so that nothing but our load is at work, and the rows that they make. */
    private void fill() {
        var _ = db.sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload,
                    meta_data)
                select 'event-b' || i, 'bowl-b' || i, 0, 'Bowl', now(), 'tiny.BowlMade',
                    json_build_object('bowl', 'bowl-b' || i, 'size', 2), json_build_object('actor', 'system')
                from generate_series(1, ?) i""").param(events).update();
        var _ = db.sql("insert into stones select 'bowl-b' || i, 0, 'system' from generate_series(1, ?) i")
                .param(events)
                .update();
        var _ = db.sql("analyze").update();
    }

    private void measure(int rounds, int[] paces) throws Exception {
        work(() -> Thread.sleep(10_000)); // warms up
        System.out.println("| pace | rebuilt/s | what | n | p50 ms | p95 ms | p99 ms | max ms | p95 ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int pace : paces) {
            Work with = new Work();
            Work without = new Work();
            double seconds = 0;
            for (int round = 0; round < rounds; round++) {
                long begun = System.nanoTime();
                with.add(work(() -> rebuild(pace)));
                long took = System.nanoTime() - begun;
                seconds += took / 1e9;
                without.add(work(() -> Thread.sleep(took / 1_000_000)));
            }
            long rate = Math.round(events * rounds / seconds);
            print(pace, rate, "query, alone", without.reads, without.reads);
            print(pace, rate, "query, beside a rebuild", with.reads, without.reads);
            print(pace, rate, "command, alone", without.commands, without.commands);
            print(pace, rate, "command, beside a rebuild", with.commands, without.commands);
        }
    }

    private void rebuild(int pace) throws InterruptedException {
        ReadModels readModels = new ReadModels(
                context,
                context.getBean(FactLog.class),
                db,
                context.getBean(DataSource.class),
                context.getBean(PlatformTransactionManager.class),
                context.getBean(Clock.class),
                Paces.of(pace));
        readModels.afterSingletonsInstantiated();
        var _ = readModels.start("stones");
        while (readModels.progress("stones").state() == RebuildState.RUNNING) {
            Thread.sleep(50);
        }
        if (readModels.progress("stones").state() != RebuildState.SWITCHED) {
            throw new IllegalStateException(readModels.progress("stones").toString());
        }
    }

    private interface Meanwhile {
        void run() throws InterruptedException;
    }

    private Work work(Meanwhile meanwhile) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Work work = new Work();
        try (var threads = Executors.newFixedThreadPool(READERS + 1)) {
            List<Future<List<Long>>> reads = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Random random = new Random(reader);
                reads.add(threads.submit(times(enough, i -> read(i, random))));
            }
            Future<List<Long>> commands = threads.submit(times(enough, _ -> act()));
            try {
                meanwhile.run();
            } finally {
                enough.set(true);
            }
            for (Future<List<Long>> one : reads) {
                work.reads.addAll(one.get());
            }
            work.commands.addAll(commands.get());
        }
        return work;
    }

    private static Callable<List<Long>> times(AtomicBoolean enough, IntConsumer act) {
        return () -> {
            List<Long> times = new ArrayList<>();
            for (int i = 0; !enough.get(); i++) {
                long begun = System.nanoTime();
                act.accept(i);
                times.add(System.nanoTime() - begun);
                Thread.sleep(PAUSE);
            }
            return times;
        };
    }

    private void read(int i, Random random) {
        String bowl = "bowl-b" + random.nextInt(1, events);
        var _ = switch (i % 3) {
            case 0 ->
                db.sql("select * from stones where bowl = ?")
                        .param(bowl)
                        .query()
                        .listOfRows();
            case 1 ->
                db.sql("select * from stones where bowl > ? order by bowl limit 50")
                        .param(bowl)
                        .query()
                        .listOfRows();
            default ->
                db.sql("select count(*) from stones where bowl between ? and ? || '~'")
                        .params(bowl, bowl)
                        .query()
                        .listOfRows();
        };
    }

    private void act() {
        int number = numbers.incrementAndGet();
        var _ = context.getBean(Commands.class)
                .send(new Bowl.Act.MakeBowl("bowl-c" + number, 2), CommandContext.system("make-" + number));
    }

    private static void print(int pace, long rate, String what, List<Long> times, List<Long> alone) {
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %s | %,d | %.2f | %.2f | %.2f | %.1f | %.2f |%n",
                pace,
                rate,
                what,
                times.size(),
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99),
                at(times, 1),
                at(times, 0.95) / at(alone, 0.95));
    }

    private static double at(List<Long> times, double share) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
