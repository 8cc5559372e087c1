package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Fate;
import fr.mentoratdurgence.cli.Fate.Next;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.Backoff.Fall;
import fr.mentoratdurgence.local.parts.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Starts a part again that ended by itself, later each time, and one that somebody asks for by a file in the run's
 * folder. Begins when all was ready once: before that, a part that ends is a failed start.
 */
final class Supervision {
    private static final Duration GLANCE = Duration.ofMillis(300);

    private final RunFolder folder;
    private final RunRecord record;
    private final Processes processes;
    private final Progress progress;
    private final Clock clock;
    private final Consumer<PartInstance> start;
    private final Backoff backoff;
    private final Map<PartInstance, ReentrantLock> oneAtATime = new ConcurrentHashMap<>();
    private volatile boolean begun;

    Supervision(
            RunFolder folder,
            RunRecord record,
            Processes processes,
            Progress progress,
            Clock clock,
            Consumer<PartInstance> start) {
        this.folder = folder;
        this.record = record;
        this.processes = processes;
        this.progress = progress;
        this.clock = clock;
        this.start = start;
        this.backoff = new Backoff(clock);
    }

    /** All is ready: from here on what falls comes back. */
    void begin(List<PartInstance> parts) {
        begun = true;
        Thread.ofVirtual().name("requests").start(() -> {
            while (!processes.ending() && pause(GLANCE)) {
                for (PartInstance part : parts) {
                    Path request = folder.restartOf(part);
                    if (Files.exists(request) && !lock(part).isLocked()) {
                        Thread.ofVirtual().name("asked-" + part.id()).start(() -> asked(part, request));
                    }
                }
            }
        });
    }

    void fell(PartInstance part, String code) {
        if (!begun) {
            progress.say(Texts.say("partie.tombee", part.title(), code, folder.log(part)));
            return;
        }
        Fall fall = backoff.after(part);
        if (fall.last()) {
            record.note(part, new Fate(Next.GIVEN_UP, fall.count(), fall.at()));
            progress.say(Texts.say("partie.abandonnee", part.title(), code, fall.count(), folder.log(part), part.id()));
            return;
        }
        Duration pause = fall.pause();
        record.note(part, new Fate(Next.WAITS, fall.count(), fall.at().plus(pause)));
        progress.say(Texts.say("partie.relancee", part.title(), code, pause.toSeconds(), folder.log(part)));
        Thread.ofVirtual().name("again-" + part.id()).start(() -> {
            if (pause(pause)) {
                again(part, fall.count());
            }
        });
    }

    private ReentrantLock lock(PartInstance part) {
        return oneAtATime.computeIfAbsent(part, _ -> new ReentrantLock());
    }

    private void again(PartInstance part, int falls) {
        ReentrantLock lock = lock(part);
        lock.lock();
        try {
            // asked for meanwhile: it is there
            if (!processes.ending() && !processes.alive(part)) {
                processes.stop(part);
                started(part, falls);
            }
        } finally {
            lock.unlock();
        }
    }

    private void asked(PartInstance part, Path request) {
        ReentrantLock lock = lock(part);
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (Files.exists(request)) {
                progress.say(Texts.say("partie.demandee", part.title()));
                backoff.forget(part);
                processes.stop(part);
                started(part, 0);
                Files.deleteIfExists(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private void started(PartInstance part, int falls) {
        try {
            start.accept(part);
            if (falls > 0) {
                record.note(part, new Fate(Next.BACK, falls, clock.instant()));
            } else {
                record.forget(part);
            }
            progress.say(Texts.say("partie.revenue", part.title()));
        } catch (LocalFailure failure) {
            // a child that fell again has already said when it comes back
            tell(failure);
        } catch (PartFailure failure) {
            tell(failure);
            fell(part, "–");
        }
    }

    private void tell(RuntimeException failure) {
        if (!processes.ending()) {
            progress.say(String.valueOf(failure.getMessage()));
        }
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
