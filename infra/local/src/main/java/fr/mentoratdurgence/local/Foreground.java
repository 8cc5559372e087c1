package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Texts;
import java.util.concurrent.CountDownLatch;

/** A system that lives as long as this process: Ctrl-C and SIGTERM stop it in order. */
final class Foreground implements AutoCloseable {
    private final LocalSystem system;
    private final Progress progress;
    private final Thread atExit = new Thread(this::stop, "stop");

    private Foreground(LocalSystem system, Progress progress) {
        this.system = system;
        this.progress = progress;
    }

    static Foreground start(LocalOptions options, Progress progress) {
        LocalSystem system = LocalSystem.prepare(options, progress);
        var foreground = new Foreground(system, progress);
        // before the first process: an interrupted start leaves nothing behind
        Runtime.getRuntime().addShutdownHook(foreground.atExit);
        try {
            system.startAll();
            return foreground;
        } catch (RuntimeException e) {
            foreground.close();
            throw e;
        }
    }

    LocalSystem system() {
        return system;
    }

    void stayUp() {
        progress.say(Texts.say("reste"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        progress.say(Texts.say("arret"));
        system.close();
        progress.say(Texts.say("arrete"));
    }

    @Override
    public void close() {
        try {
            if (Runtime.getRuntime().removeShutdownHook(atExit)) {
                stop();
            }
        } catch (IllegalStateException _) {
            // the process already ends, and the hook does the work
        }
    }
}
