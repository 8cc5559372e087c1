package fr.mentoratdurgence.platform.watch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Asks a part that the service lives on, again and again and in a thread of its own, so that whoever asks for the
 * service's health never waits for a part that is frozen: it takes connections, and answers nothing. What is believed is
 * the age of the last answer.
 */
final class PartWatch implements HealthIndicator, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);

    /** Ends within a few seconds, by an answer or by a failure. */
    @FunctionalInterface
    interface Question extends AutoCloseable {
        void ask() throws Exception;

        @Override
        default void close() {}
    }

    private final String part;
    private final Question question;
    private final WatchSettings settings;
    private volatile long answered = System.nanoTime();
    private volatile boolean everAnswered;
    private volatile boolean running;

    PartWatch(String part, Question question, WatchSettings settings) {
        this.part = part;
        this.question = question;
        this.settings = settings;
    }

    /** Whether it has answered at all. */
    boolean hasAnswered() {
        return everAnswered;
    }

    /** Whether it has answered lately. */
    boolean answers() {
        return silence().compareTo(settings.silentAfter()) <= 0;
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    @Override
    public Health health() {
        return answers()
                ? Health.up().build()
                : Health.down()
                        .withDetail("silentSeconds", silence().toSeconds())
                        .build();
    }

    @Override
    public void start() {
        running = true;
        answered = System.nanoTime(); // who has just started may take its time
        Thread.ofVirtual().name("watch-" + part).start(this::watch);
    }

    private void watch() {
        boolean failing = false;
        try (question) {
            while (running) {
                try {
                    question.ask();
                    answered = System.nanoTime();
                    everAnswered = true;
                    if (failing) {
                        LOG.info("{} answers again", part);
                        failing = false;
                    }
                } catch (InterruptedException interrupted) {
                    throw interrupted;
                } catch (Exception failure) {
                    if (!failing && running) {
                        LOG.warn("{} does not answer: {}", part, failure.toString());
                        failing = true;
                    }
                }
                Thread.sleep(settings.askEvery());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
