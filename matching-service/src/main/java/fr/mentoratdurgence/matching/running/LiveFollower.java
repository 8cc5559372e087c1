package fr.mentoratdurgence.matching.running;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the store on a thread of its own, so that a long first reading holds nothing else up. */
@Component
class LiveFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFollower.class);
    private static final int PATIENCE = 10;

    private final LiveMatching live;
    private final Duration every;
    private volatile boolean running;
    private @Nullable Thread thread;

    LiveFollower(LiveMatching live, RunningSettings settings) {
        this.live = live;
        this.every = settings.liveEvery();
    }

    @Override
    public void start() {
        // before the thread, which may look at it at once
        running = true;
        thread = Thread.ofVirtual().name("live-matching").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        Thread follower = thread;
        thread = null;
        if (follower != null) {
            follower.interrupt();
            try {
                follower.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            Duration pause = every;
            try {
                live.follow();
            } catch (RuntimeException failed) {
                LOG.warn("the store could not be followed; tried again", failed);
                pause = every.multipliedBy(PATIENCE);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
