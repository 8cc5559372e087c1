package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.local.load.Figures;
import fr.mentoratdurgence.local.load.Load;
import fr.mentoratdurgence.local.rehearsal.Season.Coming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;

/**
 * So many days of the season, the busiest ones, in so many times less time.
 *
 * @param days  of the season; a part of one is its evening
 * @param speed how many seconds of the season pass in one
 * @param kills empty where nothing is killed
 */
record Rehearsal(Season season, double days, double speed, RehearsedActs acts, Optional<Kills> kills) {
    private static final double SECONDS_OF_A_DAY = 86_400;
    private static final double STEP = 0.1;
    private static final int SEED = 2020;
    private static final int LOOK_AT_ONCE = 16;
    /** Less than a day is played from here: the news, and what comes before them. */
    private static final Duration EVENING = Duration.ofHours(19);

    /** How long it takes. */
    Duration length() {
        return Duration.ofMillis((long) (days * SECONDS_OF_A_DAY * 1000 / speed));
    }

    Minutes play() throws InterruptedException {
        long begun = System.nanoTime();
        Minutes minutes = new Minutes(begun);
        List<Thread> arriving = new ArrayList<>();
        for (Coming who : Coming.values()) {
            arriving.add(Thread.ofPlatform().name(who.name()).start(() -> come(who, begun, minutes)));
        }
        if (kills.isPresent()) {
            kills.get().spread(begun, length());
        }
        for (Thread one : arriving) {
            one.join();
        }
        return minutes;
    }

    private void come(Coming who, long begun, Minutes minutes) {
        try {
            Load.arriving(length(), arrivals(who, begun), acts.of(who), due -> figures(who, due, minutes));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Figures figures(Coming who, long due, Minutes minutes) {
        return minutes.of(who, due, kills.isPresent() && kills.get().down(due));
    }

    /** Each comes by chance, as many as the season has at that hour: the time until the next is drawn along its curve. */
    private LongUnaryOperator arrivals(Coming who, long begun) {
        SplittableRandom chance = new SplittableRandom(SEED + who.name().hashCode());
        Duration from = first();
        double length = length().toMillis() / 1000.0;
        return last -> {
            double at = (last - begun) / 1e9;
            double left = -Math.log(1 - chance.nextDouble());
            while (at < length) {
                double rate = season.perSecond(who, from.plusMillis((long) (at * speed * 1000))) * speed;
                if (left <= rate * STEP) {
                    return begun + (long) ((at + left / rate) * 1e9);
                }
                left -= rate * STEP;
                at += STEP;
            }
            return Long.MAX_VALUE; // nobody any more
        };
    }

    private Duration first() {
        int whole = (int) Math.max(1, Math.min(Season.DAYS, Math.ceil(days)));
        Duration midnight = Duration.ofDays(Season.busiest(whole));
        return days < 1 ? midnight.plus(EVENING) : midnight;
    }

    /** How much of what was acknowledged is not there any more. */
    int lost() throws InterruptedException {
        AtomicInteger lost = new AtomicInteger();
        Semaphore atOnce = new Semaphore(LOOK_AT_ONCE);
        List<Future<?>> looks = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : acts.all()) {
                atOnce.acquire();
                looks.add(threads.submit(() -> {
                    try {
                        if (!acts.stands(path)) {
                            lost.incrementAndGet();
                        }
                    } finally {
                        atOnce.release();
                    }
                    return null;
                }));
            }
            for (Future<?> look : looks) {
                var _ = look.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("what was acknowledged cannot be looked for", failed.getCause());
        }
        return lost.get();
    }
}
