package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.RunRecord;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends one process of each service by signal 9, one after the other at even distances, as a crash would; the launcher
 * brings it back. What is asked from shortly before, since it may be on its way, to shortly after it answers again is asked
 * while a part is down.
 */
final class Kills {
    private static final long BEFORE = TimeUnit.SECONDS.toNanos(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path directory;
    private final LocalAddresses addresses;
    private final Consumer<PartInstance> told;
    private volatile long downFrom = Long.MAX_VALUE;
    private volatile long downTo = Long.MIN_VALUE;

    Kills(Path directory, LocalAddresses addresses, Consumer<PartInstance> told) {
        this.directory = directory;
        this.addresses = addresses;
        this.told = told;
    }

    boolean down(long due) {
        return due >= downFrom && due <= downTo;
    }

    /** Comes back when all are up again. */
    void spread(long begun, Duration over) throws InterruptedException {
        long distance = over.toNanos() / (Part.SERVICES.size() + 1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < Part.SERVICES.size(); i++) {
                long at = begun + distance * (i + 1);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, at - BEFORE - System.nanoTime()));
                downTo = Long.MAX_VALUE;
                downFrom = at - BEFORE;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
                PartInstance victim = PartInstance.first(Part.SERVICES.get(i));
                RunRecord.process(directory, victim).ifPresent(ProcessHandle::destroyForcibly);
                told.accept(victim);
                awaitReady(http, victim);
                Thread.sleep(SETTLES);
                downTo = System.nanoTime();
            }
        }
    }

    private void awaitReady(HttpClient http, PartInstance part) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            Thread.sleep(LOOK_AGAIN);
        } while (!ready(http, part) && System.nanoTime() < deadline);
    }

    private boolean ready(HttpClient http, PartInstance part) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(addresses.readiness(part))
                                            .timeout(Duration.ofSeconds(4))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
