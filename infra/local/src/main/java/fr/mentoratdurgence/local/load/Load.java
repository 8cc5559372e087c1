package fr.mentoratdurgence.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** Sends calls and measures them, each on a virtual thread. */
public final class Load {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Load() {}

    /** One request, or a few that belong together. */
    public interface Call {
        /** @throws Exception where it was not answered as it should be */
        void run() throws Exception;
    }

    /** Runs it once and notes what came of it, from the moment at which it was due. */
    public static void measure(Call call, long due, Figures figures) {
        try {
            call.run();
            figures.answered(System.nanoTime() - due);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (UnexpectedStatus refused) {
            figures.failed(Integer.toString(refused.status()));
        } catch (Exception failed) {
            figures.failed(failed.getClass().getSimpleName());
        }
    }

    /** So many callers, each of whom calls again as soon as it is answered. */
    public static Figures repeated(int callers, Duration time, Call call) throws InterruptedException {
        Figures figures = new Figures();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                var _ = threads.submit(() -> {
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        measure(call, now, figures);
                    }
                });
            }
        }
        return figures;
    }

    /** So many a second at even distances, whether or not those before are answered. */
    public static Figures atRate(double perSecond, Duration time, Call call) throws InterruptedException {
        Figures figures = new Figures();
        long between = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        arriving(time, due -> due + between, call, _ -> figures);
        return figures;
    }

    /**
     * One when the one before says that the next is due, whether or not those before are answered; comes back when all are.
     *
     * @param next from the moment at which one was due to that of the next
     * @param where to note what came of one that was due at that moment
     */
    public static void arriving(Duration time, LongUnaryOperator next, Call call, LongFunction<Figures> where)
            throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Future<?>> under = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long due = next.applyAsLong(begun); due < end; due = next.applyAsLong(due)) {
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                long thisOne = due;
                under.add(threads.submit(() -> measure(call, thisOne, where.apply(thisOne))));
                if (under.size() > 10_000) {
                    under.removeIf(Future::isDone);
                }
            }
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                under.stream()
                        .filter(one -> !one.isDone())
                        .forEach(_ -> where.apply(end).failed("no answer"));
                threads.shutdownNow();
            }
        }
    }
}
