package fr.mentoratdurgence.platform.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topic of this service even if the broker comes later than the service. Spring tries once, at the start: a
 * broker that is away or slow at that moment would leave the service without its topic, and nobody else makes it.
 */
final class OwnTopic implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTopic.class);

    private final KafkaAdmin admin;
    private final Duration pause;
    private volatile @Nullable Thread trying;

    OwnTopic(KafkaAdmin admin, Duration pause) {
        this.admin = admin;
        this.pause = pause;
    }

    @Override
    public void start() {
        trying = Thread.ofVirtual().name("own-topic").start(this::tryUntilMade);
    }

    private void tryUntilMade() {
        while (!isMade()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private boolean isMade() {
        try {
            return admin.initialize();
        } catch (RuntimeException away) {
            LOG.warn("the broker did not make the topic of this service; next try in {}", pause, away);
            return false;
        }
    }

    @Override
    public void stop() {
        Thread running = trying;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread running = trying;
        return running != null && running.isAlive();
    }
}
